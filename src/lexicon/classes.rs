//! What the dictionaries say of their words. One enum per dictionary column.

use crate::class::classes;

classes! {
    /// What a fixed term that holds a numeral is (`fixed_terms.tsv`).
    TermClass {
        /// Slogan or set phrase: 三重一大.
        Slogan = "slogan",
        /// Name of a meeting, plan, campaign, line: 十四五, 12345.
        Name = "name",
        /// Ordinary word that contains a numeral: 统一, 一律, 进一步.
        Word = "word",
    }
}

classes! {
    /// On which side of a number an approximation stands (`approx.tsv`).
    Side {
        /// Before: 约5个.
        Before = "before",
        /// After: 5个左右.
        After = "after",
    }
}

classes! {
    /// Sense of a status or modality cue (`status.tsv`).
    StatusCue {
        /// 已完成, 到位, 销号.
        Done = "done",
        /// 正在, 推进中.
        Ongoing = "ongoing",
        /// 将, 拟, 计划, 力争.
        Planned = "planned",
        /// Course or direction, ongoing only where nothing else is said: 加大, 严格落实; at the end of a clause a result
        /// (`群众满意度明显提升`).
        Aim = "aim",
        /// Verb of an act that counts as done in the plain form: 印发, 召开.
        Act = "act",
        /// Says nothing, and hides a shorter cue inside it: 虚拟, 完成时限.
        Plain = "plain",
    }
}

classes! {
    /// What makes a sentence checkable beside figures, dates and documents (`evidence.tsv`).
    EvidenceClass {
        /// A penalty: 诫勉, 移送司法机关.
        Penalty = "penalty",
        /// End of the name of a body that has a seat: 审计局, 法院.
        Body = "body",
        /// End of a place's or a plant's name: 大道, 水库.
        Place = "place",
        /// Before a document that is only followed, not made: 严格执行.
        Follows = "follows",
        /// Behind a body whose rules are only followed: 有关要求.
        Unnamed = "unnamed",
        /// End of the name of an enterprise, a village, a project: named only where a proper name stands before it.
        Name = "name",
        /// End of the name of a town, a village, a quarter: named by any noun before it but a common one.
        Settlement = "settlement",
        /// What is told apart by a number: 3号楼, 二标段.
        Numbered = "numbered",
        /// A way that is named by its ends: 上湾至王家坳道路.
        Stretch = "stretch",
        /// Behind names of places: 长沙、岳阳等地.
        Places = "places",
        /// A person whose name is kept back: 张某.
        Person = "person",
        /// Stands before a settlement and names none: 试点镇.
        Common = "common",
        /// Hides a shorter entry inside it and checks nothing: 建立案例库, 行政村.
        Plain = "plain",
    }
}

classes! {
    /// What a label introduces (`labels.tsv`).
    LabelKind {
        /// 反馈问题.
        Problem = "problem",
        /// 整改措施: what is planned.
        Measures = "measures",
        /// 整改情况, 整改进展, 整改成效: what was done.
        Progress = "progress",
        /// 整改目标.
        Target = "target",
        /// 责任单位, 责任领导, 责任人.
        Responsible = "responsible",
        /// 完成时限.
        Deadline = "deadline",
        /// 状态, 整改状态.
        Status = "status",
        /// Another field of a ledger: 佐证材料, 督导单位.
        Other = "other",
    }
}

classes! {
    /// Which fact a header cue announces (`header.tsv`).
    HeaderCue {
        /// 联系电话.
        Phone = "phone",
        /// 电子邮箱.
        Email = "email",
        /// 邮政编码.
        Postcode = "postcode",
        /// 通信地址.
        Address = "address",
        /// 发布时间.
        Published = "published",
        /// 反馈.
        Feedback = "feedback",
        /// Noun that a title ends with: 整改情况的通报.
        Title = "title",
        /// Field that is none of these: 传真, 公示时间.
        Other = "other",
        /// Inspecting body of the centre: 中央, 审计署.
        LevelCentral = "level-central",
        /// Of a province: 省委.
        LevelProvince = "level-province",
        /// Of a city: 市委.
        LevelCity = "level-city",
        /// Of a county or district: 县委, 区委.
        LevelCounty = "level-county",
        /// Of a township: 镇党委.
        LevelTownship = "level-township",
        /// A unit's own: 校党委, 局党组.
        LevelUnit = "level-unit",
    }
}

classes! {
    /// Direction of a verb of change (`change.tsv`).
    ChangeClass {
        /// 增长.
        Up = "up",
        /// 下降.
        Down = "down",
        /// Says by its form that a new level follows, no direction: 调整为.
        Level = "level",
    }
}

classes! {
    /// Role that a cue gives to a quantity (`role.tsv`).
    RoleCue {
        /// 力争, 拟, 目标.
        Target = "target",
        /// 给予, 处分: done to those counted.
        Achieved = "achieved",
        /// 其余, 剩余, 尚有.
        Other = "other",
        /// 发现, 查出, 存在: what follows was found wanting.
        Problem = "problem",
        /// 违规, 闲置, 未: a deficiency, unless the words begin with an act upon it (清退违规收费).
        Fault = "fault",
        /// 覆盖, 涉及, 对.
        Scope = "scope",
        /// 已, 整改, 办结: what is counted is a part of a set named before.
        Part = "part",
    }
}

classes! {
    /// What a word does to a name (`naming.tsv`).
    NamingClass {
        /// Stripped at the front of a name: 先后, 共, 累计, 全市.
        Lead = "lead",
        /// Links name and number, stripped at the end of a name: 达到, 为, 共.
        Link = "link",
        /// What stands before it, and the word itself, belongs to a circumstance: 等方式, 期间.
        Cut = "cut",
        /// Verb of an act that takes an object: 召开, 印发, 清退. A name begins at it; alone it wants the object of before.
        Act = "act",
        /// Verb that takes a clause: 组织, 帮助. A name begins behind it where another act follows.
        Cause = "cause",
        /// Noun of measure that makes the words before it one name: 面积, 资金, 率.
        Measure = "measure",
        /// Noun for persons counted without a classifier: 9.4万群众.
        Person = "person",
        /// Says how an act was done, not to what: 全面, 专项, 部分.
        Manner = "manner",
        /// Word of conduct or state that can stand before a noun as its quality: 违规, 逾期.
        Quality = "quality",
        /// Noun for a body or place that is counted as a whole: 单位, 村, 企业. What it owns is a noun of its own.
        Body = "body",
        /// Ends the noun behind a number: 均, 全部, 已.
        Halt = "halt",
        /// Opens the parts of a whole: 其中, 包括.
        Part = "part",
        /// Opens a remainder: 其余, 剩余.
        Rest = "rest",
    }
}

classes! {
    /// What a vague word is (`vague.tsv`).
    VagueClass {
        /// 进一步, 切实.
        Intensifier = "intensifier",
        /// 加强, 强化, 提升: empty verbs.
        EmptyVerb = "empty-verb",
        /// 氛围日益浓厚.
        Unverifiable = "unverifiable",
        /// 基本完成, 取得阶段性成效.
        Weasel = "weasel",
        /// 常态化, 长效机制.
        Slogan = "slogan",
        /// Hides a shorter entry inside it and is not empty: 整改进展.
        Plain = "plain",
    }
}

classes! {
    /// What sort of portal debris a cue marks (`noise.tsv`).
    NoiseClass {
        /// The whole line is debris if it begins so: 当前位置.
        LineStart = "line-start",
        /// The line is debris if it holds this: 浏览次数.
        Inside = "inside",
        /// Opens the closing lines: 欢迎广大干部群众, 联系电话.
        Closing = "closing",
    }
}

classes! {
    /// How a word tells a deficiency from an act in a heading (`deficiency.tsv`).
    DeficiencyClass {
        /// Says what is wrong: 不到位, 滞后, 流于形式.
        Flaw = "flaw",
        /// Opens what is wrong, with an object behind it: 缺乏, 违规, 有待.
        Lack = "lack",
        /// Names what is wrong, and may as well be the object of a cure: 短板, 漏洞.
        Noun = "noun",
        /// Opens an act, so that a noun behind it is its object: 补齐, 整治.
        Cure = "cure",
        /// Holds the words of a flaw and names none: 反馈问题, 力度不减.
        Calm = "calm",
        /// Ends a heading that names a topic: 情况, 打算.
        Topic = "topic",
    }
}

classes! {
    /// What a phrase is to the search for copies (`phrases.tsv`).
    PhraseClass {
        /// Set phrase that any measure could carry, without punctuation.
        Set = "set",
        /// Party organ at the end of a body's name: 党组.
        Organ = "organ",
        /// Words by which a unit speaks of itself: 局党组.
        Own = "own",
    }
}

classes! {
    /// What sort of word has kin (`kin.tsv`).
    KinClass {
        /// What is done: 招聘, 招录.
        Act = "act",
        /// What it is done to, or what is measured: 满意度, 满意率.
        Thing = "thing",
        /// Tells no two indicators apart: 开展, 组织.
        Light = "light",
    }
}

classes! {
    /// How much an act says (`deeds.tsv`).
    DeedClass {
        /// Gives way to the empty words beside it: 解决, 建立.
        Light = "light",
        /// Gives way to the empty words of its own clause only: 建立.
        Setup = "setup",
        /// As often a noun (`学科建设`): an act, and a light one, only where it opens its clause.
        Noun = "noun",
        /// Opens a clause that says what is hoped for: 力求, 让.
        Purpose = "purpose",
        /// Ends 以…为抓手, which names no act.
        Guise = "guise",
        /// What was said follows, not what was done: 指出.
        Speech = "speech",
        /// Who is led to do something does it: 引导.
        Lead = "lead",
        /// Behind an act it makes it part of a noun: 清收工作.
        Thing = "thing",
        /// Before an act it denies it: 未.
        Negation = "negation",
        /// Before a noun that may be an act it makes it one: 集中学习.
        Adverb = "adverb",
        /// Opens a clause that says what one goes by: 根据.
        Basis = "basis",
        /// Ends such a clause: 要求.
        Ground = "ground",
        /// Hides a shorter entry inside it: 使用.
        Plain = "plain",
    }
}

classes! {
    /// What a word says to a rule of the lint room (`lint_cues.tsv`).
    LintCue {
        /// End of a name that cannot exceed a hundred percent: 占比, 满意率.
        Share = "share",
        /// End of a name that is a share of what was done: 整改率.
        Completion = "completion",
        /// A rate whose name alone does not say of what: 完成率.
        GenericRate = "generic-rate",
        /// What may be exceeded: 计划, 任务.
        Outside = "outside",
        /// Before the sum of a list: 合计.
        Total = "total",
        /// Closes the list of parts behind it: 分别为.
        Closed = "closed",
        /// Opens a list: it need not be complete.
        Open = "open",
        /// Before parts: 其中.
        Part = "part",
        /// Parts that may overlap others: 女, 党员, 省级.
        Overlap = "overlap",
        /// At the start of an item of a list: it goes on to something else: 并, 另.
        Aside = "aside",
        /// What is left of a whole: 其余, 正在推进.
        Rest = "rest",
        /// Says that a value is that of today: 目前.
        Current = "current",
        /// Before the day that a figure is of: 截至.
        AsOf = "as-of",
        /// Before the day on which something was done: 已于.
        Past = "past",
        /// Says that problems are those of the feedback: 反馈.
        Inspection = "inspection",
        /// What there was to do: 受理, 排查.
        Intake = "intake",
        /// Somebody without a name: 相关人员.
        Unnamed = "unnamed",
        /// Before somebody to whom something is done: 对, 责令.
        Passive = "passive",
        /// What is done to somebody at fault: 批评教育.
        Punished = "punished",
        /// Behind somebody who acts: 负责, 牵头.
        Acting = "acting",
        /// Meetings, papers, lessons: 召开, 印发.
        Activity = "activity",
        /// What changes a state of things: 清退, 建成.
        Result = "result",
        /// Announces what is to come: 将于, 下一步.
        Promise = "promise",
        /// Holds the word of a promise and is none: 拟定, 虚拟.
        Aimless = "aimless",
        /// A family name, before ×× that hides a person's name.
        Surname = "surname",
        /// Says that the items are those that follow: 以下.
        HeadingCount = "heading-count",
    }
}

classes! {
    /// In which sentences of measures a rule of words looks (`word_rules.tsv`).
    RuleScope {
        /// In every sentence.
        Every = "every",
        /// Only where nothing in the sentence can be checked.
        Unchecked = "unchecked",
    }
}

classes! {
    /// What a word does in a rule of words (`rule_words.tsv`).
    WordSense {
        /// The rule fires.
        Flag = "flag",
        /// Hides a shorter word inside it.
        Excuse = "excuse",
    }
}
