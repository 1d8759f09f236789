"""Failures in words, by the key that the exception carries."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.errors import ReassignError
from reassign.domain.language import Language
from reassign.messages.shortage import SHORTAGE
from reassign.messages.system import say_system
from reassign.messages.text import Text

ERRORS: Mapping[str, Text] = {
    "input-unusable": Text(
        vi="dữ liệu có lỗi nên lệnh đã dừng, chưa làm gì", en="the input has errors, so nothing was done"
    ),
    "policy-unusable": Text(
        vi="quy định có lỗi nên lệnh đã dừng, chưa làm gì", en="the policy has errors, so nothing was done"
    ),
    "path-refused": Text(
        vi="hệ thống không cho mở {file}: {detail}", en="the system does not let us open {file}: {detail}"
    ),
    "file-unreadable": Text(vi="không đọc được tệp {file}: {detail}", en="cannot read {file}: {detail}"),
    "input-not-named": Text(
        vi="chưa biết tệp {role}: thêm --{role} TỆP, hoặc chạy trong thư mục có reassign.toml với [inputs] {role}",
        en="no {role} file: add --{role} FILE, or run in a folder whose reassign.toml has [inputs] {role}",
    ),
    "interactive-no-terminal": Text(
        vi="--interactive cần cửa sổ lệnh để hỏi; không dùng cùng --json, --no-input hay khi nối ống",
        en="--interactive needs a terminal to ask on; it goes with neither --json nor --no-input nor a pipe",
    ),
    "interactive-no-case": Text(
        vi="--interactive ghi câu trả lời vào reassign.toml, nhưng không có tệp đó ở đây hay ở thư mục trên",
        en="--interactive keeps answers in reassign.toml, but there is none here or above",
    ),
    "aliases-not-editable": Text(
        vi="không thể ghi thêm vào reassign.toml một cách an toàn: hãy viết [aliases.unit] thành bảng riêng",
        en="reassign.toml cannot be added to safely: write [aliases.unit] as a table of its own",
    ),
    "variable-value": Text(vi="biến {name} có giá trị sai: “{value}”", en="variable {name} has a bad value: “{value}”"),
    "seed-negative": Text(
        vi="--seed phải từ 0 trở lên, không phải {value}", en="--seed must be 0 or more, not {value}"
    ),
    "time-limit": Text(
        vi="--time-limit phải là số giây lớn hơn 0, không phải {value}",
        en="--time-limit must be a number of seconds above 0, not {value}",
    ),
    "max-moves-negative": Text(
        vi="--max-moves phải từ 0 trở lên, không phải {value}", en="--max-moves must be 0 or more, not {value}"
    ),
    "day": Text(
        vi="{option} phải là một ngày, ví dụ 2020-09-02, không phải “{value}”",
        en="{option} must be a day such as 2020-09-02, not “{value}”",
    ),
    "filter-form": Text(
        vi="{option} phải có dạng khóa=giá_trị, ví dụ key_cadre=true, không phải “{value}”",
        en="{option} must be key=value, such as key_cadre=true, not “{value}”",
    ),
    "filter-key": Text(
        vi="{option}: không có cột “{value}”; dùng: {known}", en="{option}: there is no column “{value}”; use: {known}"
    ),
    "filter-value": Text(
        vi="{option}: {key} không thể là “{value}”; dùng: {known}",
        en="{option}: {key} cannot be “{value}”; use: {known}",
    ),
    "output-extension": Text(
        vi="không ghi được tệp kiểu {file}; dùng {known}",
        en="cannot write a file such as {file}; use {known}",
    ),
    "output-is-input": Text(
        vi="{file} vừa là tệp dữ liệu vừa là tệp kết quả; chọn tên khác cho tệp kết quả",
        en="{file} is an input; choose another name for the output",
    ),
    "output-twice": Text(vi="{file} được nêu hai lần sau -o", en="{file} is named twice after -o"),
    "output-exists": Text(
        vi="{file} đã có; thêm --force để thay (bản cũ được giữ lại), hoặc chọn tên khác",
        en="{file} exists; add --force to replace it (the old one is kept), or choose another name",
    ),
    "output-folder-missing": Text(
        vi="không có thư mục {folder} để ghi {file}", en="there is no folder {folder} to write {file} into"
    ),
    "output-not-a-file": Text(
        vi="{file} là thư mục, liên kết hoặc thiết bị, không phải tệp thường",
        en="{file} is a folder, a link or a device, not a plain file",
    ),
    "output-in-use": Text(
        vi="một lần chạy khác đang ghi vào {file}; chờ xong rồi chạy lại",
        en="another run is writing into {file}; wait until it ends, then run again",
    ),
    "batch-empty": Text(
        vi="không có hồ sơ nào trong {folder}: mỗi hồ sơ là một thư mục có tệp reassign.toml",
        en="no case below {folder}: a case is a folder with a reassign.toml",
    ),
    "batch-no-folder": Text(vi="không có thư mục {folder}", en="there is no folder {folder}"),
    "batch-none-meant": Text(
        vi="không hồ sơ nào trong {folder} hợp với --only {patterns}; có {count}: {cases}",
        en="no case below {folder} fits --only {patterns}; there {count:is|are} {count}: {cases}",
    ),
    "batch-changed": Text(
        vi="dữ liệu hoặc tùy chọn của {count} hồ sơ đã thay đổi sau lần chạy trước ({cases}); "
        "thêm --force để lập lại (bản cũ được giữ lại), hoặc chọn thư mục -o khác",
        en="inputs or options have changed since these cases were planned ({count}): {cases}; "
        "add --force to plan them again (the old files are kept), or choose another folder for -o",
    ),
    "option-alone": Text(vi="{option} chỉ dùng cùng {needed}", en="{option} goes with {needed} only"),
    "key-not-named": Text(
        vi="--pseudonymise cần --key TỆP: nơi giữ khóa, ngoài thư mục gửi đi",
        en="--pseudonymise needs --key FILE: where to keep the key, outside the folder that is shared",
    ),
    "key-in-shared-folder": Text(
        vi="{file} nằm trong thư mục gửi đi; để khóa ở nơi khác",
        en="{file} lies in the folder that is shared; keep the key elsewhere",
    ),
    "shared-folder-of-case": Text(
        vi="{file} là dữ liệu của hồ sơ; chọn một thư mục mới để gửi đi",
        en="{file} belongs to the case itself; choose a new folder to share",
    ),
    "shared-folder-not-empty": Text(
        vi="thư mục {file} đã có tệp “{found}”; chọn một thư mục mới, để không gửi nhầm tệp nào",
        en="the folder {file} already holds “{found}”; choose a new one, so that nothing else is shared by mistake",
    ),
    "identify-kind": Text(
        vi="không đổi được bí danh trong {file}; dùng {known}",
        en="cannot put names back into {file}; use {known}",
    ),
    "identify-other-kind": Text(
        vi="{file} phải cùng kiểu với tệp gửi về: {known}",
        en="{file} must be of the same kind as the file that came back: {known}",
    ),
    "options-together": Text(
        vi="{first} và {second} không dùng chung được", en="{first} and {second} cannot be used together"
    ),
    "repair-unknown": Text(
        vi="--apply-repair {number}: có {count} cách sửa, đánh số từ 1",
        en="--apply-repair {number}: there are {count} repairs, counted from 1",
    ),
    "repair-needless": Text(
        vi="--apply-repair: đã có phương án, không cần sửa; chạy lại không có --apply-repair",
        en="--apply-repair: a plan exists, nothing needs repair; run again without --apply-repair",
    ),
    "schema-unknown": Text(
        vi="không có loại tài liệu “{name}”; có: {known}", en="there is no document “{name}”; there are: {known}"
    ),
    "batch-share": Text(
        vi="--share phải có dạng K/N với K từ 1 đến N, ví dụ 2/5, không phải {value}",
        en="--share must be K/N with K from 1 to N, such as 2/5, not {value}",
    ),
    "batch-jobs": Text(vi="--jobs phải từ 1 trở lên, không phải {value}", en="--jobs must be 1 or more, not {value}"),
    "output-locked": Text(
        vi="{file} đang mở trong chương trình khác; đóng lại rồi chạy lại",
        en="{file} is open in another program; close it and run again",
    ),
    "output-read-only": Text(
        vi="không được phép ghi {file}; thư mục hoặc tệp chỉ đọc",
        en="may not write {file}: the folder or file is read-only",
    ),
    "output-disk-full": Text(vi="ổ đĩa đã đầy, chưa ghi được {file}", en="the disk is full; {file} was not written"),
    "output-name-too-long": Text(vi="tên {file} quá dài", en="the name {file} is too long"),
    "output-sheet-full": Text(
        vi="trang tính “{sheet}”, dòng {row}: quá nhiều dòng hoặc ô quá dài cho tệp xlsx; hãy ghi ra .csv hoặc .json",
        en="sheet “{sheet}”, row {row}: too many rows, or a text too long, for xlsx; write .csv or .json instead",
    ),
    "output-not-written": Text(vi="không ghi được {file}: {detail}", en="cannot write {file}: {detail}"),
    "explain-member-unknown": Text(
        vi="không có đảng viên “{name}”; gần nhất: {known}", en="there is no member “{name}”; nearest: {known}"
    ),
    "explain-member-several": Text(
        vi="có {count} người tên “{name}”, hãy dùng mã: {members}",
        en="{count} members are called “{name}”, use the id: {members}",
    ),
    "explain-branch-unknown": Text(
        vi="không có chi bộ “{name}”; gần nhất: {known}", en="there is no branch “{name}”; nearest: {known}"
    ),
    "explain-branch-several": Text(
        vi="có {count} chi bộ tên “{name}”, hãy dùng mã: {branches}",
        en="{count} branches are called “{name}”, use the id: {branches}",
    ),
    "explain-one-or-all": Text(
        vi="hãy nêu một đảng viên hoặc --all, không cả hai", en="name a member or --all, not both"
    ),
    "explain-branch-alone": Text(
        vi="--branch cần một đảng viên: reassign explain PHƯƠNG_ÁN NGƯỜI --branch CHI_BỘ",
        en="--branch needs a member: reassign explain PLAN MEMBER --branch B",
    ),
    "sweep-key": Text(vi="không thử được “{key}”; dùng được: {known}", en="“{key}” cannot be swept; known: {known}"),
    "sweep-branch": Text(vi="không có chi bộ mã “{key}”; có: {known}", en="there is no branch “{key}”; known: {known}"),
    "sweep-field": Text(
        vi="không chi bộ nào cần lĩnh vực “{key}”; các lĩnh vực được cần: {known}",
        en="no branch needs the field “{key}”; needed fields: {known}",
    ),
    "sweep-level": Text(
        vi="“{key}” không phải trọng số trong thứ tự ưu tiên; các trọng số: {known}",
        en="“{key}” is no weight of the order of priorities; weights: {known}",
    ),
    "sweep-range": Text(
        vi="“{range}” không phải các giá trị; viết như 3..9, 10..100/10 hoặc 1,3,5 (số nguyên từ 0, số nhỏ trước)",
        en="“{range}” are no values; write 3..9, 10..100/10 or 1,3,5 (whole numbers from 0 on, the smaller first)",
    ),
    "sweep-too-long": Text(
        vi="“{range}” có quá nhiều giá trị; nhiều nhất {most}, hãy dùng bước như 10..1000/10",
        en="“{range}” has too many values; at most {most}, take steps such as 10..1000/10",
    ),
    "sweep-too-large": Text(vi="“{range}” có số lớn hơn {most}", en="“{range}” has a number above {most}"),
    "policy-twice": Text(vi="quy định {file} được nêu hai lần", en="the policy {file} is named twice"),
    "compare-needs-two": Text(vi="cần ít nhất hai phương án để so sánh", en="a comparison needs two plans at least"),
    "template-kind": Text(
        vi="chưa biết {file} là mẫu của văn bản nào; đặt tên tệp theo loại ({known}), hoặc thêm --kind",
        en="{file} is a template for which document? Name it after its kind ({known}), or add --kind",
    ),
    "template-name": Text(
        vi="{file} không mang tên của loại văn bản nào nên không được dùng; có phải {known}?",
        en="{file} is not called after any kind of document, so it is not used; did you mean {known}?",
    ),
    "template-missing": Text(
        vi="--check cần mẫu để kiểm tra: thêm --template TỆP", en="--check needs a template: add --template FILE"
    ),
    "letters-plan-missing": Text(
        vi="chưa biết phương án nào: reassign letters PHƯƠNG_ÁN -o THƯ_MỤC",
        en="no plan named: reassign letters PLAN -o DIR",
    ),
    "letters-output-missing": Text(
        vi="chưa biết ghi vào đâu: thêm -o THƯ_MỤC", en="no folder to write into: add -o DIR"
    ),
    "letters-one-or-many": Text(
        vi="--one-file và --per-member loại trừ nhau", en="--one-file and --per-member exclude each other"
    ),
    "sample-unknown": Text(vi="không có mẫu “{name}”; có: {known}", en="there is no sample “{name}”; known: {known}"),
    "rule-unknown": Text(
        vi="không có mã “{code}”; gần nhất: {known}", en="there is no code “{code}”; nearest: {known}"
    ),
    "level-too-large": Text(
        vi="một mức ưu tiên có giá trị chênh lệch từ 2^{bits} trở lên; hãy giảm trọng số hoặc đổi đơn vị khoảng cách",
        en="the values of one level differ by 2^{bits} or more; use smaller weights or a larger unit of distance",
    ),
    "undecided": Text(
        vi="bộ giải không tìm được phương án, cũng không chứng minh được là không có",
        en="the engine found no plan and no proof that there is none",
    ),
    "plan-refused": Text(
        vi="bộ kiểm tra độc lập không chấp nhận phương án ({codes}); không ghi gì",
        en="the independent checker refuses the plan ({codes}); nothing was written",
    ),
    "value-contradiction": Text(
        vi="mức {level} được tính hai cách ra hai kết quả", en="level {level} has two different values"
    ),
    "sample-not-named": Text(
        vi="cần tên bộ mẫu và thư mục: reassign sample TÊN THƯ_MỤC; --list để xem các bộ mẫu",
        en="name a sample and a folder: reassign sample NAME DIR; --list shows the samples",
    ),
    "interrupted": Text(
        vi="đã dừng theo yêu cầu; không có tệp nào dở dang", en="interrupted; no file was left half done"
    ),
    "out-of-memory": SHORTAGE,
    "library-missing": Text(
        vi="thiếu hoặc không nạp được thư viện {name}; cài lại chương trình rồi chạy `reassign doctor`",
        en="the library {name} is missing or cannot be loaded; install the program again, then run `reassign doctor`",
    ),
    "internal": Text(
        vi="lỗi của chương trình ({kind}); chi tiết, không kèm dữ liệu đảng viên, ở {file}",
        en="the program failed ({kind}); details, without any member's data, are in {file}",
    ),
    "usage": Text(vi="dòng lệnh không đúng: {detail}", en="{detail}"),
    "usage-command": Text(vi="không có lệnh “{name}”", en="there is no command “{name}”"),
    "usage-command-near": Text(
        vi="không có lệnh “{name}”; gần nhất: {known}", en="there is no command “{name}”; nearest: {known}"
    ),
    "usage-option": Text(vi="lệnh này không có tùy chọn {name}", en="this command has no option {name}"),
    "usage-option-near": Text(
        vi="lệnh này không có tùy chọn {name}; gần nhất: {known}",
        en="this command has no option {name}; nearest: {known}",
    ),
    "usage-missing": Text(vi="thiếu {name}", en="{name} is missing"),
    "usage-extra": Text(vi="thừa: {words}", en="too many words: {words}"),
    "usage-no-value": Text(vi="{name} không nhận giá trị", en="{name} takes no value"),
    "usage-value-missing": Text(vi="{name} cần một giá trị", en="{name} needs a value"),
    "usage-integer": Text(vi="giá trị của {name} phải là số nguyên", en="the value of {name} must be a whole number"),
    "usage-number": Text(vi="giá trị của {name} phải là số", en="the value of {name} must be a number"),
    "usage-choice": Text(vi="giá trị của {name} phải là một trong: {known}", en="{name} must be one of: {known}"),
    "usage-value": Text(vi="giá trị của {name} không đúng ({detail})", en="the value of {name} is wrong ({detail})"),
    "usage-hint": Text(vi="Xem: {command} --help", en="See: {command} --help"),
}
"""Texts by key."""


def say_error(error: ReassignError, language: Language) -> str:
    """The error in words; an unknown key is shown with its parameters rather than hidden."""
    text = ERRORS.get(error.key)
    if text is not None:
        parameters = dict(error.parameters)
        if "detail" in parameters:
            parameters["detail"] = say_system(str(parameters["detail"]), language)
        return text.say(language, parameters)
    details = ", ".join(f"{name}={value}" for name, value in error.parameters.items())
    return f"{error.key}: {details}" if details else error.key
