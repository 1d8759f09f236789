"""What ``--help`` says, by the key that a command or option carries."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.messages.text import Text

HELP: Mapping[str, Text] = {
    "app": Text(
        vi="Phân công đảng viên về sinh hoạt tại các chi bộ: chính xác, giải thích được, chạy trên máy của bạn.",
        en="Place members into neighbourhood branches: exact, explainable, and only on this machine.",
    ),
    "help": Text(vi="Hiện hướng dẫn này.", en="Show this help."),
    "install-completion": Text(
        vi="Cài gợi ý lệnh bằng phím Tab cho cửa sổ lệnh này.", en="Install completion by the Tab key for this shell."
    ),
    "show-completion": Text(
        vi="In đoạn mã gợi ý lệnh, để tự cài.", en="Print the completion script, to install it by hand."
    ),
    "version": Text(vi="Hiện phiên bản.", en="Show the version."),
    # commands
    "plan": Text(
        vi="Lập phương án phân công và ghi ra tệp.",
        en="Make the plan and write it.",
    ),
    "check": Text(
        vi="Đọc toàn bộ dữ liệu và báo mọi lỗi cùng một lúc; không lập phương án.",
        en="Read everything and report every problem at once; makes no plan.",
    ),
    "doctor": Text(
        vi="Tự kiểm tra: mọi thứ cần cho một phương án có hoạt động trên máy này không.",
        en="Self-test: whether everything that a plan needs works on this machine.",
    ),
    "schema": Text(
        vi="JSON Schema của một loại tài liệu, hoặc liệt kê các loại.",
        en="The JSON Schema of a document, or the names of all.",
    ),
    "schema-name": Text(vi="Loại tài liệu, ví dụ plan.", en="Name of the document, such as plan."),
    "init": Text(
        vi="Bắt đầu một hồ sơ: danh sách để điền, quy định có chú thích, mẫu văn bản.",
        en="Begin a case: rosters to fill in, a policy with remarks, templates of letters.",
    ),
    "init-folder": Text(
        vi="Thư mục của hồ sơ; mặc định thư mục hiện tại.", en="Folder of the case; default: this one."
    ),
    "sample": Text(
        vi="Tạo một bộ dữ liệu mẫu (mọi tên người đều hư cấu).",
        en="Make a synthetic case (every person in it is invented).",
    ),
    "verify": Text(
        vi="Kiểm tra độc lập một phương án: quy định, số liệu, bằng chứng.",
        en="Check a plan independently: rules, figures, proofs.",
    ),
    "replan": Text(
        vi="Lập phương án mới từ phương án cũ: nhận chỗ sửa, biến động, giữ nguyên tối đa.",
        en="Make a new plan from an old one: takes edits and events in and moves as few as possible.",
    ),
    "compare": Text(
        vi="So sánh các phương án: yêu cầu, mức ưu tiên, số lượng, ai đổi chi bộ, ai được lợi, ai bị thiệt.",
        en="Plans side by side: what was asked, priorities, loads, who is elsewhere, who gains and who loses.",
    ),
    "explain": Text(
        vi="Vì sao ở đây, vì sao không ở kia, và cái giá; không nêu ai: nút thắt của phương án.",
        en="Why here, why not there, and at what price; without a member: the plan's bottlenecks.",
    ),
    "explain-member": Text(
        vi="Mã hoặc họ tên đảng viên; bỏ trống để xem nút thắt của phương án.",
        en="Id or name of the member; leave it out for the plan's bottlenecks.",
    ),
    "explain-branch": Text(
        vi="Chỉ xét chi bộ này (mã, hoặc tên trong đơn vị của người đó).",
        en="Only this branch (its id, or its name in the member's unit).",
    ),
    "explain-all": Text(vi="Xét mọi đảng viên của phương án.", en="Every member of the plan."),
    "explain-time-limit": Text(
        vi="Thời gian chứng minh nhiều nhất [giây]; câu chưa chứng minh được đánh dấu.",
        en="Longest time for proofs [seconds]; what is not proved is marked.",
    ),
    "sweep": Text(
        vi="Thử một con số của quy định trên một khoảng giá trị: phương án tốt nhất ở mỗi giá trị.",
        en="Try one figure of the policy over a range: the best plan with every value.",
    ),
    "rule": Text(vi="Giải thích một mã lỗi, hoặc liệt kê mọi mã.", en="Explain a finding's code, or list them all."),
    # inputs
    "members": Text(
        vi="Danh sách đảng viên (xlsx, xls, ods, csv; TỆP#Sheet; hoặc thư mục).",
        en="Members (FILE, FILE#Sheet or a folder).",
    ),
    "branches": Text(vi="Danh sách chi bộ nhận.", en="Receiving branches."),
    "current": Text(vi="Phương án hiện hành.", en="The incumbent plan."),
    "pins": Text(vi="Phân công đã quyết định trước.", en="Placements already decided."),
    "forbids": Text(vi="Cặp người – chi bộ không được phân công.", en="Pairs that are ruled out."),
    "lineage": Text(vi="Chi bộ cũ → chi bộ mới.", en="Old branches and their successors."),
    "crosswalk": Text(vi="Bảng phường, xã cũ → mới theo ngày.", en="Old and new units by date."),
    "distances": Text(vi="Bảng khoảng cách.", en="Table of distances."),
    "lots": Text(
        vi="Lá thăm đã bốc sẵn, thay cho số bốc thăm.", en="Lots that were drawn elsewhere, in place of the seed."
    ),
    "holidays": Text(vi="Ngày nghỉ lễ (ngày, tên), để tính thời hạn.", en="Holidays (date, name), for the deadlines."),
    "policy-file": Text(vi="Tệp quy định (TOML).", en="The policy (TOML)."),
    "policies": Text(
        vi="Tệp quy định (TOML); nêu nhiều lần để so sánh nhiều phương án. Thư mục có reassign.toml: cả hồ sơ.",
        en="The policy (TOML); repeat it to compare a plan by each. A folder with reassign.toml: a whole case.",
    ),
    # solving
    "encoding": Text(
        vi="Bảng mã của tệp văn bản không phải UTF-8; check cho biết nên ghi gì.",
        en="Encoding of text files that are not UTF-8; check tells which one to name.",
    ),
    "allow-shortfall": Text(
        vi="Cho phép chi bộ thiếu so với tối thiểu; giảm tổng số thiếu trước tiên.",
        en="Let branches stay below their minimum; the total shortfall is minimised first.",
    ),
    "apply-repair": Text(
        vi="Khi không có phương án: ghi cách sửa thứ N thành một tệp quy định mới.",
        en="Where no plan exists: write repair N into a new policy file.",
    ),
    "seed": Text(vi="Số bốc thăm, để ai cũng có thể bốc lại.", en="Seed of the draw, so that anyone can repeat it."),
    "time-limit": Text(vi="Thời gian tìm phương án nhiều nhất [giây].", en="Longest solving time [seconds]."),
    "pseudonymise": Text(
        vi="Ghi vào thư mục này một bản sao hồ sơ không còn tên người, mã, địa chỉ, để gửi đi; cùng một phương án.",
        en="Write a copy without people, ids and addresses into this folder, to share; it has the same plan.",
    ),
    "pseudonymise-key": Text(
        vi="Tệp khóa dịch ngược bản sao; giữ riêng, không gửi kèm.",
        en="File of the key that leads back from the copy; keep it, never send it along.",
    ),
    "identify": Text(
        vi="Dùng khóa đổi bí danh trong một tệp gửi về thành tên và mã thật.",
        en="With the key, put real names and ids back into a file that came back.",
    ),
    "identify-file": Text(
        vi="Tệp có bí danh: .xlsx, .docx, .json, .csv, .html, .txt hoặc .md.",
        en="File with pseudonyms: .xlsx, .docx, .json, .csv, .html, .txt or .md.",
    ),
    "identify-key": Text(
        vi="Tệp khóa đã ghi cùng bản sao (--pseudonymise).", en="The key that plan --pseudonymise wrote."
    ),
    "identify-output": Text(vi="Tệp kết quả, cùng kiểu.", en="File to write, of the same kind."),
    "dry-run": Text(vi="Làm mọi việc nhưng không ghi tệp.", en="Do everything but write no file."),
    "output": Text(
        vi="Tệp kết quả: {extensions}; lặp lại được. Mặc định plan.xlsx trong thư mục hồ sơ; với --json thì không.",
        en="Output file: {extensions}; repeatable. Default: plan.xlsx in the case folder; none with --json.",
    ),
    # everywhere
    "json": Text(vi="In kết quả dạng JSON.", en="Print one JSON document."),
    "lang": Text(vi="Ngôn ngữ: vi hoặc en.", en="Language: vi or en."),
    "quiet": Text(vi="Chỉ in kết quả và lỗi.", en="Only results and errors."),
    "verbose": Text(vi="In chi tiết hơn.", en="Tell more."),
    "force": Text(vi="Thay tệp đã có (bản cũ được giữ lại).", en="Replace existing files (a backup is kept)."),
    "check-report": Text(
        "Ghi bản sao các danh sách, có đánh dấu và ghi chú ở từng ô có vấn đề, vào tệp .xlsx này.",
        "Write a copy of the lists, every doubtful cell marked and commented, into this .xlsx file.",
    ),
    "interactive": Text(
        vi="Hỏi từng cách viết chưa rõ và ghi câu trả lời vào reassign.toml.",
        en="Ask about each unclear spelling and keep the answers in reassign.toml.",
    ),
    "no-input": Text(vi="Không bao giờ hỏi lại.", en="Never ask."),
    # sample
    "sample-name": Text(vi="Tên bộ mẫu.", en="Name of the sample."),
    "sample-folder": Text(vi="Thư mục sẽ ghi vào.", en="Folder to write into."),
    "sample-list": Text(vi="Liệt kê các bộ mẫu.", en="List the samples."),
    "sample-seed": Text(vi="Số sinh dữ liệu.", en="Seed of the generator."),
    "sample-format": Text(vi="xlsx hoặc csv.", en="xlsx or csv."),
    # verify
    "plan-file": Text(vi="plan.json hoặc sổ phương án plan.xlsx.", en="plan.json or the plan workbook."),
    # replan
    "replan-file": Text(
        vi="Phương án cũ: plan.xlsx (có thể đã sửa), plan.json, hoặc bảng người – chi bộ.",
        en="The old plan: plan.xlsx (perhaps edited), plan.json, or a table of members and branches.",
    ),
    "events": Text(
        vi="Biến động (ngày, người, left|struck_off|post|away|back, nội dung).",
        en="Events (date, member, left|struck_off|post|away|back, value).",
    ),
    "max-moves": Text(vi="Số người phải chuyển nhiều nhất.", en="Most members who may move."),
    "protect": Text(
        vi="Không chuyển những người khớp khóa=giá_trị, ví dụ key_cadre=true; lặp lại nghĩa là “và”.",
        en="Do not move members who match key=value, such as key_cadre=true; repeated means and.",
    ),
    "as-of": Text(
        vi="Tính biến động đến hết ngày này (yyyy-mm-dd).", en="Take events into account up to this day (yyyy-mm-dd)."
    ),
    "curve": Text(
        vi="Cho biết mỗi lượt chuyển đổi được gì.", en="Show what each move buys, from the fewest moves to no limit."
    ),
    "replan-output": Text(
        vi="Tệp kết quả: {extensions}; lặp lại được. Mặc định plan-2.xlsx cạnh plan.xlsx; với --json thì không.",
        en="Output file: {extensions}; repeatable. Default: plan-2.xlsx beside plan.xlsx; none with --json.",
    ),
    # batch
    "batch": Text(
        vi="Lập phương án cho mọi hồ sơ trong một thư mục, song song, chạy tiếp được khi bị ngắt.",
        en="Plan every case below a folder, side by side; goes on where it was interrupted.",
    ),
    "batch-root": Text(
        vi="Thư mục chứa các hồ sơ (mỗi hồ sơ có reassign.toml).", en="Folder of the cases (each with reassign.toml)."
    ),
    "batch-output": Text(
        vi="Thư mục kết quả; lần chạy sau bỏ qua hồ sơ đã xong.",
        en="Folder of the results; a later run skips what is done.",
    ),
    "batch-jobs": Text(
        vi="Số hồ sơ làm cùng lúc; mặc định: số lõi của máy.",
        en="Cases side by side; default: the cores of the machine.",
    ),
    "batch-only": Text(
        vi="Chỉ những hồ sơ có tên khớp mẫu, ví dụ 01*; lặp lại được.",
        en="Only cases whose name matches, such as 01*; repeatable.",
    ),
    "batch-share": Text(
        vi="Chỉ phần việc của máy thứ K trong N máy, ví dụ 2/5.",
        en="Only the share of machine K of N, such as 2/5.",
    ),
    "batch-format": Text(
        vi="Tệp ghi cho mỗi hồ sơ, lặp lại được; mặc định xlsx. Nhanh nhất: csv hoặc json.",
        en="Files for each case, repeatable; default xlsx. Quickest: csv or json.",
    ),
    "batch-fail-fast": Text(
        vi="Dừng ở hồ sơ đầu tiên không có phương án.", en="Stop at the first case without a plan."
    ),
    # compare
    "compared-plans": Text(
        vi="Hai phương án trở lên (plan.json hoặc plan.xlsx); các phương án sau được so với phương án đầu.",
        en="Two plans or more (plan.json or plan.xlsx); the others are held against the first.",
    ),
    "compare-output": Text(
        vi="Ghi bản so sánh ra tệp: .xlsx, .json; lặp lại được.",
        en="Write the comparison: .xlsx, .json; repeatable.",
    ),
    "fail-on-change": Text(
        vi="Kết thúc với mã 1 nếu có người ở chi bộ khác.",
        en="Exit with code 1 if anybody is in another branch.",
    ),
    # sweep
    "sweep-key": Text(
        vi="Con số trong [policy]: limits.max, limits.branch.MÃ.min, needs.weights.LĨNH VỰC, quota[1].min, "
        "priorities.order[2].TÊN.",
        en="A figure of [policy]: limits.max, limits.branch.ID.min, needs.weights.FIELD, quota[1].min, "
        "priorities.order[2].NAME.",
    ),
    "sweep-values": Text(
        vi="Các giá trị: 3..9, 10..100/10 (bước 10), 1,3,5; none là không hạn chế.",
        en="Its values: 3..9, 10..100/10 (steps of 10), 1,3,5; none for no limit.",
    ),
    "sweep-output": Text(
        vi="Ghi kết quả ra tệp: .xlsx (có biểu đồ), .csv, .json, .svg; lặp lại được.",
        en="Write the sweep: .xlsx (with charts), .csv, .json, .svg; repeatable.",
    ),
    "sweep-time-limit": Text(
        vi="Thời gian tìm phương án nhiều nhất cho mỗi giá trị [giây].",
        en="Longest solving time for each value [seconds].",
    ),
    # letters and report
    "letters": Text(
        vi="Làm văn bản Word từ phương án: quyết định, thông báo, danh sách, phụ lục, dữ liệu trộn thư.",
        en="Make Word documents from a plan: decisions, notices, lists, the appendix, merge data.",
    ),
    "letters-plan": Text(vi="Phương án (.xlsx hoặc .json).", en="The plan (.xlsx or .json)."),
    "letters-output": Text(vi="Thư mục để ghi văn bản.", en="Folder for the documents."),
    "letters-kind": Text(
        vi="Chỉ những loại này; lặp lại được. Mặc định: tất cả.", en="Only these; repeatable. Default: all."
    ),
    "letters-template": Text(
        vi="Mẫu Word của đơn vị, hoặc thư mục chứa các mẫu; lặp lại được.",
        en="Your own Word template, or a folder of them; repeatable.",
    ),
    "letters-one-file": Text(vi="Mỗi loại một tệp cho mọi chi bộ.", en="One file of each kind for all branches."),
    "letters-per-member": Text(vi="Mỗi thông báo một tệp.", en="One file for each notice."),
    "letters-check": Text(
        vi="Chỉ kiểm tra các mẫu; có phương án thì cả các cột riêng của danh sách.",
        en="Only check the templates; with a plan also the columns of its roster.",
    ),
    "letters-write-template": Text(
        vi="Ghi các mẫu mặc định ra thư mục này để sửa.", en="Write the default templates here, to be changed."
    ),
    "report": Text(
        vi="Trình bày phương án trong một trang web không cần mạng.", en="Show a plan as one page, offline."
    ),
    "report-output": Text(vi="Tệp .html.", en="The .html file."),
    # rule
    "rule-code": Text(vi="Mã, ví dụ R012.", en="Code, such as R012."),
}
"""Texts by key; ``{extensions}`` is filled in by the command line."""


def say_help(key: str, language: Language, extensions: str = "") -> str:
    """A help text; a key without a text is shown as it is."""
    text = HELP.get(key)
    return text.say(language, {"extensions": extensions}) if text else key
