//! Invented headers and closings of many writers.

use super::read;
use crate::Lexicon;
use crate::class::Class;
use crate::scan::scan;

/// The facts of `text` as `name=value` words, in a fixed order, nulls apart.
fn facts(text: &str) -> Vec<String> {
    let lexicon = Lexicon::builtin();
    let header = read(text, &scan(text, &lexicon), &[], &lexicon);
    let words = |spans: &[crate::Span]| spans.iter().map(|span| span.slice(text)).collect::<Vec<_>>().join("|");
    let mut facts = vec![
        ("title", header.title),
        ("issuer", header.issuer),
        ("body", header.inspected_body),
        ("team", header.inspecting_team),
        ("kind", header.kind.map(|kind| kind.word().to_owned())),
        ("level", header.level.map(|level| level.word().to_owned())),
        ("round", header.round),
        ("start", header.inspection_start.map(|date| date.to_string())),
        ("end", header.inspection_end.map(|date| date.to_string())),
        ("feedback", header.feedback_date.map(|date| date.to_string())),
        ("published", header.published.map(|date| date.to_string())),
        ("phones", Some(words(&header.phones)).filter(|phones| !phones.is_empty())),
        ("emails", Some(words(&header.emails)).filter(|emails| !emails.is_empty())),
        ("address", header.address.map(|span| span.slice(text).to_owned())),
        ("postcode", header.postcode.map(|span| span.slice(text).to_owned())),
    ];
    facts.retain(|(_, value)| value.is_some());
    facts.into_iter().map(|(name, value)| format!("{name}={}", value.unwrap_or_default())).collect()
}

/// Asserts that `text` states exactly these facts.
fn check(text: &str, want: &[&str]) {
    assert_eq!(facts(text), want, "{text}");
}

/// Asserts some facts only.
fn check_some(text: &str, want: &[&str]) {
    let facts = facts(text);
    for fact in want {
        let (name, value) = fact.split_once('=').unwrap_or_default();
        let got = facts.iter().find_map(|known| known.strip_prefix(&format!("{name}="))).unwrap_or_default();
        assert_eq!(got, value, "{name} of {text}");
    }
}

#[test]
fn a_university_under_a_province() {
    check(
        "中共云川大学委员会关于十二届省委第三轮巡视整改进展情况的通报\n\n\
         根据省委统一部署，2023年9月12日至11月10日，省委第六巡视组对云川大学党委开展了常规巡视。2024年1月5日，\
         省委第六巡视组向学校党委反馈了巡视意见。按照巡视工作有关要求，现将巡视整改进展情况予以公布。\n\
         一、党委履行主体责任情况\n（一）提高站位。召开会议12次。\n\
         欢迎广大干部群众监督。联系电话：0871-65031234、65031235；通讯地址：云川市学府路1号云川大学党委办公室；\
         邮政编码：650500；电子邮箱：xwb@ycu.edu.cn。\n中共云川大学委员会\n二〇二四年八月九日\n",
        &[
            "title=中共云川大学委员会关于十二届省委第三轮巡视整改进展情况的通报",
            "issuer=中共云川大学委员会",
            "body=云川大学党委",
            "team=省委第六巡视组",
            "kind=巡视",
            "level=省",
            "round=十二届省委第三轮",
            "start=2023-09-12",
            "end=2023-11-10",
            "feedback=2024-01-05",
            "published=2024-08-09",
            "phones=0871-65031234|65031235",
            "emails=xwb@ycu.edu.cn",
            "address=云川市学府路1号云川大学党委办公室",
            "postcode=650500",
        ],
    );
}

#[test]
fn a_court_whose_own_name_is_left_out() {
    check(
        "中共白石县人民法院党组\n关于巡察整改情况的通报\n\
         按照县委巡察工作统一安排，县委巡察二组于2023年3月6日至4月28日对我院党组进行了巡察，6月15日反馈了意见。现通报如下：\n\
         一、整改情况\n",
        &[
            "title=中共白石县人民法院党组关于巡察整改情况的通报",
            "issuer=中共白石县人民法院党组",
            "body=中共白石县人民法院党组",
            "team=县委巡察二组",
            "kind=巡察",
            "level=县",
            "start=2023-03-06",
            "end=2023-04-28",
            "feedback=2023-06-15",
        ],
    );
}

#[test]
fn a_bank_inspected_by_its_head_office() {
    check_some(
        "中国兴农银行江州分行党委关于总行党委巡视整改进展情况的通报\n\
         2022年8月下旬至10月下旬，总行党委第二巡视组对江州分行党委进行了巡视。2022年12月29日，总行党委巡视组反馈了巡视意见。\n\
         一、整改\n联系电话：（0271）8833 4455；举报邮箱：jz_jw@xnbank.com\n中国兴农银行江州分行党委\n2023 年 6 月 30 日",
        &[
            "issuer=中国兴农银行江州分行党委",
            "body=江州分行党委",
            "team=总行党委第二巡视组",
            "level=单位",
            "kind=巡视",
            "start=2022-08",
            "end=2022-10",
            "feedback=2022-12-29",
            "published=2023-06-30",
            "phones=（0271）8833 4455",
            "emails=jz_jw@xnbank.com",
        ],
    );
}

#[test]
fn a_state_company() {
    check_some(
        "中共青江港务集团有限公司委员会关于市委第三轮巡察整改进展情况的公告\n\
         2023年12月1日至2024年1月20日，九届市委第三轮巡察第五巡察组对青江港务集团党委及所属企业党组织进行了巡察。\
         3月8日，巡察组向集团党委反馈了意见。\n一、工作\n\
         监督电话：0513 8512 3366 / 400-820-1234（工作日9:00-17:00），传真：0513-85123367\n\
         中共青江港务集团有限公司委员会　2024年9月12日",
        &[
            "issuer=中共青江港务集团有限公司委员会",
            "body=青江港务集团党委",
            "team=第五巡察组",
            "round=九届市委第三轮",
            "level=市",
            "start=2023-12-01",
            "end=2024-01-20",
            "feedback=2024-03-08",
            "published=2024-09-12",
            "phones=0513 8512 3366|400-820-1234",
        ],
    );
}

#[test]
fn an_audited_body() {
    check_some(
        "白石县民政局关于2023年度部门预算执行审计整改结果的公告\n\
         根据《中华人民共和国审计法》的规定，县审计局派出审计组，自2024年3月4日至5月17日，对县民政局2023年度部门预算执行和其他\
         财政收支情况进行了审计。现将整改结果公告如下：\n一、基本情况\n白石县民政局\n2024年10月9日",
        &[
            "issuer=白石县民政局",
            "body=县民政局",
            "kind=审计",
            "level=县",
            "start=2024-03-04",
            "end=2024-05-17",
            "published=2024-10-09",
            "feedback=",
        ],
    );
}

#[test]
fn a_report_to_the_peoples_congress() {
    check_some(
        "关于澄塘县2023年度县级预算执行审计查出问题整改情况的报告\n\
         ——2024年12月20日在县第十八届人大常委会第二十五次会议上\n县审计局局长　李某\n\
         主任、各位副主任、各位委员：\n受县人民政府委托，现将整改情况报告如下。\n一、总体情况\n",
        &[
            "title=关于澄塘县2023年度县级预算执行审计查出问题整改情况的报告",
            "issuer=",
            "kind=审计",
            "published=2024-12-20",
            "start=",
        ],
    );
}

#[test]
fn an_environmental_list_of_the_centre() {
    check_some(
        "云川省贯彻落实第二轮中央生态环境保护督察报告整改情况\n\
         2021年8月26日至9月26日，中央第四生态环境保护督察组对云川省开展了第二轮生态环境保护督察，并于2021年12月13日向云川省\
         反馈了督察意见。\n一、整改情况\n云川省生态环境保护督察工作领导小组\n2024年1月5日\n",
        &[
            "title=云川省贯彻落实第二轮中央生态环境保护督察报告整改情况",
            "body=云川省",
            "team=中央第四生态环境保护督察组",
            "kind=督察",
            "level=中央",
            "round=第二轮",
            "start=2021-08-26",
            "end=2021-09-26",
            "feedback=2021-12-13",
            "issuer=云川省生态环境保护督察工作领导小组",
            "published=2024-01-05",
        ],
    );
}

#[test]
fn a_school_inspected_by_its_bureau_and_a_ministry_by_the_centre() {
    check_some(
        "中共江州市第八中学支部委员会关于巡察整改情况的通报\n\
         2024年3月1日至3月29日，市教育局党组第一巡察组对市第八中学党支部开展了巡察。2024年5月8日，反馈了巡察意见。\n一、整改\n",
        &["body=市第八中学党支部", "team=市教育局党组第一巡察组", "level=单位", "feedback=2024-05-08"],
    );
    check_some(
        "中共边贸促进部党组关于二十届中央第二轮巡视整改进展情况的通报\n\
         根据中央统一部署，2023年10月13日至12月29日，中央第十巡视组对边贸促进部党组开展了常规巡视。2024年2月29日，\
         中央第十巡视组向边贸促进部党组反馈了巡视意见。\n一、情况\n",
        &["round=二十届中央第二轮", "level=中央", "kind=巡视", "team=中央第十巡视组", "body=边贸促进部党组"],
    );
}

#[test]
fn a_body_that_received_an_inspection() {
    check_some(
        "中共白石县林业局党组关于巡察整改情况的通报\n\
         2023年5月10日至7月8日，县林业局党组接受了县委第一巡察组的常规巡察，8月22日接受反馈。\n一、整改\n",
        &["body=县林业局党组", "team=县委第一巡察组", "start=2023-05-10", "end=2023-07-08", "feedback=2023-08-22"],
    );
}

#[test]
fn a_cropped_title() {
    check_some(
        "根据区委统一部署，区委第二巡察组于2024年4月8日至6月7日对梧桐街道党工委开展巡察。7月1日反馈巡察意见，现公布如下。\n\
         一、整改\n中共云州区梧桐街道工作委员会\n（2024年12月3日）",
        &[
            "title=",
            "issuer=中共云州区梧桐街道工作委员会",
            "body=梧桐街道党工委",
            "team=区委第二巡察组",
            "level=县",
            "published=2024-12-03",
        ],
    );
}

#[test]
fn a_notice_on_one_line() {
    check_some(
        "中共龙头镇委员会关于巡察整改情况的通报根据县委部署，2023年5月9日至7月6日，县委第五巡察组对龙头镇党委进行了巡察。\
         8月3日反馈了意见。一、整改情况。（一）落实不够。一是召开会议3次。联系电话：0722-5531818；邮箱：ltz@163.com。\
         中共龙头镇委员会2024年1月15日",
        &[
            "title=中共龙头镇委员会关于巡察整改情况的通报",
            "issuer=中共龙头镇委员会",
            "body=龙头镇党委",
            "feedback=2023-08-03",
            "published=2024-01-15",
            "phones=0722-5531818",
            "emails=ltz@163.com",
        ],
    );
}

#[test]
fn portal_debris_around_a_title() {
    check_some(
        "首页 > 信息公开 > 通知公告\n通知公告\n中共江州市水务局党组\n关于巡察“回头看”反馈问题\n整改进展情况的通报\n\
         发布时间：2024-03-05 10:20　来源：市水务局　浏览次数：318\n\
         2023年9月4日至10月13日，市委第七巡察组对市水务局党组开展了巡察“回头看”。11月9日反馈意见。\n一、情况\n\
         上一篇：关于停水的公告（2024-03-01）\n",
        &[
            "title=中共江州市水务局党组关于巡察“回头看”反馈问题整改进展情况的通报",
            "team=市委第七巡察组",
            "published=2024-03-05",
            "feedback=2023-11-09",
        ],
    );
}

#[test]
fn contacts_of_many_shapes() {
    check_some(
        "中共甲局党组关于巡察整改情况的通报\n一、整改\n公布举报电话，设置举报箱3个。\n\
         联系人：王某　联系电话：138 0000 1234\n来信地址：江州市解放路18号市甲局机关党委（邮编：430000）\n\
         电子信箱：jiaju＠jz.gov.cn\n公示期：2024年3月1日至3月7日\n中共甲局党组\n2024年3月1日",
        &[
            "phones=138 0000 1234",
            "address=江州市解放路18号市甲局机关党委",
            "postcode=430000",
            "emails=jiaju＠jz.gov.cn",
            "published=2024-03-01",
        ],
    );
    check_some(
        "甲县关于整改情况的公示\n一、情况\n地址：江州市解放路18号 www.jz.gov.cn；\
         电子邮箱：xszg （at） jz . gov.cn，jw@jz.gov.cn。传真+86-730-8812345\n",
        &["address=江州市解放路18号", "emails=xszg （at） jz . gov.cn|jw@jz.gov.cn"],
    );
    check_some(
        "甲县关于整改情况的公示\n一、情况\n如有意见请拨打0730-8812345或12345热线反映。\n",
        &["phones=0730-8812345|12345"],
    );
}

#[test]
fn names_that_hold_words_of_the_sentence() {
    for (sentence, want) in [
        (
            "2023年4月10日至6月8日，自治区党委第五巡视组对自治区林业和草原局党组开展了常规巡视。",
            ["body=自治区林业和草原局党组", "team=自治区党委第五巡视组", "level=省"],
        ),
        (
            "2023年6月1日至6月20日，省生态环境保护督察第二组进驻清河区开展例行督察。",
            ["body=清河区", "team=省生态环境保护督察第二组", "level=省"],
        ),
        (
            "根据市委统一部署，2023年4月17日至6月16日，市委巡察三组巡察了市就业局党组，并于8月10日反馈了意见。",
            ["body=市就业局党组", "team=市委巡察三组", "level=市"],
        ),
        (
            "2024年3月4日至4月26日，经开区党工委第二巡察组对本溪路社区党委集中开展了巡察。",
            ["body=本溪路社区党委", "team=经开区党工委第二巡察组", "level=县"],
        ),
        (
            "区审计局于2023年2月15日至4月30日对区财政局2022年度预算执行情况进行了审计。",
            ["body=区财政局", "team=区审计局", "level=县"],
        ),
        (
            "2024年4月22日至6月14日，省联社党委第三巡察组对丰水农商银行党委及其领导班子开展了常规巡察。",
            ["body=丰水农商银行党委", "team=省联社党委第三巡察组", "level=单位"],
        ),
    ] {
        check_some(&format!("{sentence}\n一、整改\n"), &want);
    }
}

#[test]
fn a_place_named_from_its_own_point_of_view() {
    check_some(
        "丰水市应急管理局关于考核巡查反馈问题整改情况的报告\n市政府：\n\
         2023年11月20日至28日，国务院安委会第五考核巡查组对我市开展了安全生产考核巡查，12月15日反馈意见。\n一、整改\n",
        &["body=丰水市", "team=国务院安委会第五考核巡查组", "level=中央", "end=2023-11-28", "feedback=2023-12-15"],
    );
}

#[test]
fn titles_over_lines() {
    for (lines, want) in [
        ("丰水学院\n党委关于巡视整改进展情况的通报", "丰水学院党委关于巡视整改进展情况的通报"),
        ("名　　称：中共甲局党组关于巡察整改情况的通报\n文　　号：无", "中共甲局党组关于巡察整改情况的通报"),
        ("中共甲局党组\n关于巡察整改情况\n的通报", "中共甲局党组关于巡察整改情况的通报"),
        ("中共甲县委员会文件\n关于巡察整改情况的通报", "关于巡察整改情况的通报"),
        ("甲 县 人 民 政 府\n关 于 审 计 整 改 情 况 的 公 告", "甲县人民政府关于审计整改情况的公告"),
        ("甲县人民政府网\n甲县2024年民生实事办理情况公示", "甲县2024年民生实事办理情况公示"),
        ("通知公告", ""),
        ("现将整改情况予以公布", ""),
    ] {
        check_some(&format!("{lines}\n一、整改\n"), &[&format!("title={want}")]);
    }
}

#[test]
fn texts_that_are_no_notice() {
    check("床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n", &[]);
    check("", &[]);
    check("fn main() { println!(\"2024\"); }\n", &[]);
    check("\u{3000}\n\n", &[]);
}

#[test]
fn years_of_file_names() {
    for (path, want) in [
        ("notices/gaoxin-2024.txt", Some(2024)),
        ("巡察整改2023年.txt", Some(2023)),
        ("2022/通报.txt", None),
        ("20240101.txt", None),
        ("no-9999.txt", None),
        ("", None),
    ] {
        assert_eq!(super::year_in_file_name(path), want, "{path}");
    }
}

#[test]
fn long_texts_are_read_at_their_ends_only() {
    let long = "联系电话：巡察组对".repeat(200_000);
    assert!(read(&long, &scan(&long, &Lexicon::builtin()), &[], &Lexicon::builtin()).title.is_none());
}
