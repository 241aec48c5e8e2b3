//! No way to reach the body that publishes.

use crate::lint::rule::rule;
use crate::lint::{Draft, Page};
use crate::model::Message;

rule! {
    /// H001: neither telephone, nor mail, nor address.
    MissingContact "H001" "missing-contact" Warning
    finds: "通报没有联系电话、电子邮箱或通信地址", "a notice without telephone number, e-mail or postal address";
    why: "公开整改情况是为了接受监督，没有联系方式就无处反映意见",
        "a notice is published so that the public may object, and there is nowhere to";
    flagged: "关于巡察整改进展情况的通报\n（一）学习不够深入\n一是组织学习。开展学习6次。";
    passes: "关于巡察整改进展情况的通报\n（一）学习不够深入\n一是组织学习。开展学习6次。\n联系电话：0372-2998765";
    configure: "--ignore H001 关闭", "--ignore H001 turns it off";
    source: "《中国共产党党务公开条例（试行）》：公开内容应当便于党员、群众监督",
        "Regulations on the openness of Party affairs (trial)";
}

fn check(page: &Page<'_>, found: &mut Vec<Draft>) {
    let header = &page.notice.header;
    let reachable =
        !header.phones.is_empty() || !header.emails.is_empty() || header.address.is_some() || header.postcode.is_some();
    if !reachable && page.answers_inspection() {
        let message = Message::new(
            "没有找到联系电话、电子邮箱或通信地址，请核对",
            "no telephone number, e-mail or address found: please check",
        );
        found.push(Draft::new(page.opening(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::MissingContact;
    use crate::lint::sample::quotes;

    #[test]
    fn one_way_to_reach_the_body_is_enough() {
        for (closing, fires) in [
            ("2024年8月19日", true),
            ("联系电话：0372-2998765", false),
            ("电子邮箱：jw@example.cn", false),
            ("通信地址：岚州市人民路12号，邮政编码：455000", false),
        ] {
            let notice = format!(
                "县教育局党组关于巡察整改进展情况的通报\n（一）学习不够深入\n一是组织学习。开展学习6次。\n{closing}"
            );
            assert_eq!(!quotes(&MissingContact, &notice).is_empty(), fires, "{closing}");
        }
        assert_eq!(quotes(&MissingContact, "关于召开会议的通知\n请各科室派员参加。"), [""; 0]);
    }
}
