"""Plan workbooks that were edited by hand, and the file of events."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

EDITS: Mapping[str, FindingText] = {
    "R130": finding_text(
        ("không tìm thấy cột “{value}” trong sổ phương án", "the plan workbook has no column “{value}” any more"),
        (
            "Cột mã đảng viên, chi bộ đến và ghim được nhận ra theo tiêu đề.",
            "The columns of member id, new branch and pin are known by their headings.",
        ),
        ("Đặt lại tiêu đề cột như cũ.", "Give the column its old heading."),
    ),
    "R131": finding_text(
        ("dòng của “{value}” không có mã đảng viên", "the row of “{value}” has no member id"),
        (
            "Người mới được thêm vào danh sách đảng viên, không phải vào sổ phương án.",
            "New members are added to the member roster, not to the plan workbook.",
        ),
        ("Thêm người đó vào danh sách đảng viên, hoặc xóa dòng.", "Add the person to the roster, or delete the row."),
    ),
    "R132": finding_text(
        ("phương án không có đảng viên “{value}”", "the plan has no member “{value}”"),
        ("Mã đảng viên trong sổ phương án đã bị sửa.", "A member id of the plan workbook was changed."),
        ("Đặt lại mã cũ, hoặc xóa dòng.", "Put the old id back, or delete the row."),
    ),
    "R133": finding_text(
        ("“{value}” có hai dòng, dòng kia ở {cell}", "“{value}” has two rows, the other one at {cell}"),
        ("Mỗi đảng viên có một dòng trong sổ phương án.", "Every member has one row in the plan workbook."),
        ("Xóa một dòng.", "Delete one of them."),
    ),
    "R134": finding_text(
        (
            "dòng của “{member}” đã bị xóa; chi bộ đến do phương án mới quyết định",
            "the row of “{member}” was deleted; the new plan decides about them",
        ),
        (
            "Xóa dòng không đưa người đó ra khỏi danh sách đảng viên.",
            "Deleting a row does not take anybody out of the member roster.",
        ),
        (
            "Không cần sửa; nếu người đó đã rời đi, xóa khỏi danh sách đảng viên.",
            "Nothing to do; if the person has left, take them out of the roster.",
        ),
    ),
    "R135": finding_text(
        (
            "ô chi bộ đến của “{member}” để trống; phương án mới quyết định",
            "the branch of “{member}” is empty; the new plan decides",
        ),
        ("Ô trống nghĩa là không ấn định.", "An empty cell pins nobody."),
        ("Không cần sửa nếu đúng ý.", "Nothing to do if that is meant."),
    ),
    "R136": finding_text(
        ("“{member}” được ghim nhưng chưa có chi bộ đến", "“{member}” is pinned, but to no branch"),
        ("Ghim cần một chi bộ đến.", "A pin needs a branch."),
        ("Chọn chi bộ đến, hoặc bỏ ghim.", "Choose a branch, or take the pin away."),
    ),
    "R137": finding_text(
        (
            "ô của “{member}” đã sửa, nhưng người này không còn trong danh sách đảng viên",
            "the row of “{member}” was edited, but they are no longer in the member roster",
        ),
        ("Không ấn định được người đã rời đi.", "Somebody who has left cannot be pinned."),
        ("Đặt lại ô như cũ, hoặc thêm người vào danh sách.", "Undo the edit, or put the person into the roster."),
    ),
    "R138": finding_text(
        (
            "trang “{value}” được thêm bằng tay, không chép sang sổ mới",
            "the sheet “{value}” was added by hand and is not carried over",
        ),
        (
            "Chỉ cột thêm và ý kiến trong trang phương án được chép sang.",
            "Added columns and comments of the plan sheet are carried over, sheets are not.",
        ),
        ("Tự chép trang đó nếu còn cần.", "Copy the sheet yourself if you need it."),
    ),
    "R139": finding_text(
        (
            "tệp {role_name} “{value}” đã thay đổi sau khi lập phương án cũ; dùng tệp hiện nay",
            "the {role_name} “{value}” has changed since the old plan; the present one is used",
        ),
        (
            "Lập lại phương án chính là để tính đến thay đổi.",
            "Taking changes in is what a re-plan is for.",
        ),
        ("Không cần sửa.", "Nothing to do."),
    ),
    "R155": finding_text(
        (
            "vẫn dùng tệp {role_name} “{value}” của phương án cũ, không theo reassign.toml",
            "the {role_name} “{value}” of the old plan is still used, against reassign.toml",
        ),
        (
            "Phương án cũ được lập từ tệp này; reassign.toml hiện nay nêu tệp khác hoặc không nêu tệp nào.",
            "The old plan was made from this file; reassign.toml now names another one or none.",
        ),
        (
            "Nếu cần tệp khác, nêu tệp đó trên dòng lệnh, ví dụ --{role} TỆP.",
            "If another file is meant, name it on the command line, as in --{role} FILE.",
        ),
    ),
    "R157": finding_text(
        (
            "mã {member} nay là “{value}”, trong phương án cũ là “{other}”",
            "id {member} is “{value}” now and “{other}” in the old plan",
        ),
        (
            "Mỗi mã chỉ dành cho một người; chỗ cũ của mã được hiểu là của người đang mang mã đó.",
            "An id stands for one person; the old place of the id is taken for that of whoever has it now.",
        ),
        (
            "Nếu là một người đã sửa tên: không cần làm gì. Nếu là người khác: cấp mã khác cho người mới.",
            "Nothing to do if one person's name was corrected. If it is somebody else, give them an id of their own.",
        ),
    ),
    "R158": finding_text(
        (
            (
                "phương án “{value}” là của những người khác: {count} trong {shared} mã chung mang tên khác, "
                "ví dụ {member} là “{other}”, nay là “{name}”"
            ),
            (
                "the plan “{value}” is about other people: {count} of {shared} ids in common have another name, "
                "as {member}, “{other}” there and “{name}” here"
            ),
        ),
        (
            "Mã trùng nhau không có nghĩa là cùng một người; phương án của đơn vị khác không dùng được ở đây.",
            "The same ids do not make the same people; the plan of another case is of no use here.",
        ),
        (
            "Chọn đúng phương án cũ, hoặc đúng danh sách đảng viên (--members).",
            "Name the right old plan, or the right member roster (--members).",
        ),
    ),
    "R159": finding_text(
        (
            "cột “{heading}” của {member} bị sửa thành “{value}”; không lệnh nào nhận chỗ sửa này",
            "“{heading}” of {member} was changed to “{value}”; no command takes that over",
        ),
        (
            "Chỉ Chi bộ đến, Ghim, Ý kiến và cột tự thêm được đưa vào; các cột khác lấy từ danh sách.",
            "Only the new branch, the pin, the comment and added columns are taken; the others come from the rosters.",
        ),
        (
            "Sửa trong danh sách đảng viên; điều cần nhớ ghi ở cột Ý kiến.",
            "Change the member roster; write what is to be remembered into the comment column.",
        ),
    ),
    "R160": finding_text(
        (
            "ghi chú gắn ở ô này không chép sang sổ mới: “{value}”",
            "the note on this cell is not carried over: “{value}”",
        ),
        (
            "Ghi chú gắn vào ô theo ô, không theo người; ở sổ mới ô đó có thể của người khác.",
            "A note belongs to its cell and not to a person; in the new workbook the cell may be somebody else's.",
        ),
        ("Chép sang cột Ý kiến.", "Copy it into the comment column."),
    ),
    "R161": finding_text(
        (
            "không ai đến từ chi bộ “{value}”: phương án cũ và các danh sách đều không có chi bộ này",
            "nobody comes from “{value}”: neither the old plan nor a roster knows this branch",
        ),
        (
            "Dòng kế tục chỉ có tác dụng khi chi bộ cũ được ghi đúng như trong phương án cũ.",
            "A line of the lineage only counts if the old branch is written as in the old plan.",
        ),
        ("Ghi mã hoặc tên chi bộ như trong phương án cũ.", "Write the id or name that the old plan has."),
    ),
    "R162": finding_text(
        (
            "chi bộ “{value}” vẫn còn trong danh sách chi bộ; ở lại hay sang chi bộ kế tục đều không tính là chuyển",
            "“{value}” is still in the branch roster; to stay in it and to go to its successor is no move either way",
        ),
        (
            "Thường chi bộ cũ không còn sau khi nhập hay chia.",
            "After a merger or a split the old branch is usually gone.",
        ),
        (
            "Xóa chi bộ cũ khỏi danh sách nếu không còn; nếu còn, thêm dòng “{branch}, {branch}” để xác nhận.",
            "Take the old branch out of the roster if it is gone; else confirm it by a line “{branch}, {branch}”.",
        ),
    ),
    "R163": finding_text(
        (
            "không đảng viên nào khớp với “{value}”, nên không ai được giữ nguyên",
            "nobody matches “{value}”, so nobody is protected",
        ),
        (
            "Chỉ đảng viên có đúng mọi giá trị đã nêu mới được giữ nguyên.",
            "Only members who have exactly every value named are protected.",
        ),
        ("Ghi giá trị đúng như trong danh sách đảng viên.", "Write the values as the member roster has them."),
    ),
    "R140": finding_text(
        (
            "“{member}” được ghim về “{value}”, chi bộ này nay có nhiều chi bộ kế tục",
            "“{member}” is pinned to “{value}”, which has several successors now",
        ),
        ("Không tự chọn chi bộ kế tục.", "None of the successors is chosen."),
        ("Ghi rõ một chi bộ kế tục.", "Name one of the successors."),
    ),
    "R141": finding_text(
        (
            "“{member}” từng được ghim về “{value}”, chi bộ này không còn; nay không ghim nữa",
            "“{member}” was pinned to “{value}”, which is gone; the pin is dropped",
        ),
        ("Ghim cũ không còn chỗ để giữ.", "An old pin has no branch to hold on to."),
        ("Ghim về chi bộ khác nếu cần.", "Pin the member elsewhere if needed."),
    ),
    "R142": finding_text(
        (
            "“{member}” được sửa về {branch}, nhưng {cell} nay ấn định về {other}",
            "“{member}” was put into {branch} by hand, but {cell} now pins them to {other}",
        ),
        (
            "Hai quyết định mới về một người mâu thuẫn nhau.",
            "Two new decisions about one person contradict each other.",
        ),
        ("Bỏ một trong hai.", "Take one of them back."),
    ),
    "R145": finding_text(
        ("không hiểu biến động “{value}”", "unknown event “{value}”"),
        (
            "Biến động là left (rời đi), struck_off (xóa tên), post (đổi chức vụ), away (đi vắng) hoặc back (trở lại).",
            "An event is left, struck_off, post, away or back.",
        ),
        ("Ghi một trong năm từ đó.", "Write one of the five."),
    ),
    "R146": finding_text(
        ("biến động của “{value}” không ghi chức vụ mới", "the event of “{value}” names no new post"),
        ("Đổi chức vụ phải ghi chức vụ mới.", "A change of post needs the new post."),
        (
            "Ghi chức vụ mới; muốn đổi cả lĩnh vực: “chức vụ | lĩnh vực; lĩnh vực”.",
            "Write the new post; with a new portfolio: “post | field; field”.",
        ),
    ),
    "R147": finding_text(
        (
            "“{value}” có biến động sau khi đã rời đi ({cell})",
            "“{value}” has an event after having left ({cell})",
        ),
        ("Người đã rời đi không còn biến động nào.", "Nothing happens to somebody who has left."),
        ("Sửa ngày, hoặc xóa một dòng.", "Correct the dates, or delete a row."),
    ),
    "R148": finding_text(
        (
            "“{value}” không có trong danh sách đảng viên; biến động bị bỏ qua",
            "“{value}” is not in the member roster; the event is left out",
        ),
        (
            "Danh sách đảng viên có thể đã được cập nhật biến động này.",
            "The roster may have been brought up to date already.",
        ),
        ("Không cần sửa nếu đúng như vậy.", "Nothing to do if so."),
    ),
    "R164": finding_text(
        (
            "{count} người tên “{value}”; biến động phải ghi mã",
            "“{value}” is the name of {count} members; the event needs an id",
        ),
        (
            "Tên chỉ dùng được khi trong danh sách chỉ có một người tên như vậy.",
            "A name will do if only one member of the roster has it.",
        ),
        ("Ghi mã của người đó.", "Write the id of the one who is meant."),
    ),
    "R149": finding_text(
        (
            "{count} biến động sau ngày {date} chưa được tính",
            "{count} events after {date} are not taken into account",
        ),
        (
            "Biến động được tính đến ngày hiệu lực của quy định (effective).",
            "Events count up to the date of the policy (effective).",
        ),
        (
            "Lập lại phương án bằng `reassign replan`, có thể thêm --as-of NGÀY.",
            "Re-plan with `reassign replan`, perhaps with --as-of DATE.",
        ),
    ),
}
