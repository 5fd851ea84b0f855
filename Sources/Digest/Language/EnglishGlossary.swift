// SPDX-License-Identifier: Apache-2.0

internal import Minutes

/// English for words that reports use again and again; what is not here stays as it was printed.
///
/// An indicator is looked up whole: half a name in English and half in Chinese would be read by no one.
enum EnglishGlossary {
  static let sectors: [String: String] = [
    "民政": "civil affairs", "教育": "education", "卫生健康": "health", "医疗保障": "medical insurance",
    "人力资源和社会保障": "human resources", "住房和城乡建设": "housing", "应急管理": "emergency management", "经济": "economy",
    "交通运输": "transport", "生态环境": "environment", "文化和旅游": "culture and tourism", "公安": "police",
    "农业农村": "agriculture", "市场监管": "market regulation", "退役军人事务": "veterans", "财政": "finance",
    "自然资源": "natural resources", "水利": "water", "科技": "science", "司法行政": "justice",
  ]

  /// What follows a number; classifiers say nothing in English.
  static let units: [String: String] = [
    "元": " yuan", "元/人·月": " yuan a month", "元/人·年": " yuan a year", "元/月": " yuan a month", "人": "", "名": "", "位": "",
    "人次": " person-times", "户": " households", "户次": " household-times", "张": "", "家": "", "个": "", "所": "", "处": "",
    "座": "", "条": "", "件": "", "单": "", "例": "", "对": " couples", "起": "", "次": " times", "只": "", "支": "", "项": "",
    "场": "", "间": "", "套": "", "批": "", "期": "", "种": "", "岁": " years of age", "年": " years", "天": " days",
    "小时": " hours", "公里": " km", "平方米": " m²", "万平方米": "0,000 m²", "亩": " mu", "公顷": " ha", "吨": " t", "倍": " times",
    "%": "%", "个百分点": " points", "百分点": " points", "‰": "‰",
  ]

  /// Lines of work whose names in the tables are two words that want an “and”.
  static let topics: [String: String] = [
    "charity-social-work": "charity and social work", "safety-epidemic": "safety and epidemics",
    "divisions-place-names": "divisions and place names", "economy-service": "economy",
  ]

  /// Provincial for a meeting of all of a province; nil where the division's name does not tell.
  static func reach(of meeting: Meeting) -> String? {
    switch meeting.jurisdiction?.level {
    case .national: return "National"
    case .province where meeting.jurisdiction?.name.hasSuffix("市") == true: return "City"
    case .province where meeting.jurisdiction?.name.hasSuffix("区") == true: return "Regional"
    case .province: return "Provincial"
    case .prefecture: return "City"
    case .county where meeting.jurisdiction?.name.hasSuffix("区") == true: return "District"
    case .county: return "County"
    case nil: return nil
    }
  }

  static let indicators: [String: String] = [
    "养老床位": "care beds", "养老服务床位": "care beds", "护理型床位占比": "nursing beds", "护理型养老床位占比": "nursing beds",
    "新建老年助餐点": "new meal sites", "老年助餐点": "meal sites", "长者食堂": "canteens for the old", "养老机构": "care homes",
    "每千名老年人拥有养老床位": "care beds per 1,000 older people", "适老化改造": "homes adapted for the old",
    "困难老年人家庭适老化改造": "homes adapted for the old in need", "家庭养老床位": "family care beds",
    "改造敬老院": "old people's homes rebuilt", "60岁以上老年人口": "people of 60 and over", "养老护理员": "care workers",
    "低保标准": "dibao standard", "城市低保平均标准": "urban dibao standard", "农村低保平均标准": "rural dibao standard",
    "城市低保标准": "urban dibao standard", "农村低保标准": "rural dibao standard", "城乡低保标准差距": "urban/rural dibao ratio",
    "城乡低保标准增幅": "dibao rise", "低保标准增幅": "dibao rise", "低保对象": "people on dibao", "特困人员": "people in dire need",
    "救助资金": "assistance funds", "救助支出": "assistance spending", "临时救助": "temporary assistance",
    "低收入人口": "people of low income", "监测低收入人口": "people of low income on the register",
    "社会组织": "social organisations", "慈善组织": "charities", "新登记慈善组织": "charities newly registered",
    "慈善信托": "charity trusts", "慈善捐赠": "donations", "县级慈善会覆盖率": "counties with a charity federation",
    "福利彩票销售": "welfare lottery sales", "福利彩票": "welfare lottery", "福彩销售额": "welfare lottery sales",
    "乡镇（街道）社工站覆盖率": "townships with a social work station", "持证社工": "certified social workers",
    "社区工作者持证率": "certified community workers", "注册志愿者": "registered volunteers",
    "未成年人保护工作站": "child-protection stations", "镇街未成年人保护工作站": "child-protection stations",
    "镇街未成年人保护工作站建成率": "townships with a child-protection station", "儿童主任": "child directors",
    "节地生态安葬率": "eco-burial", "海葬": "sea burials", "火化率": "cremation", "婚姻登记": "marriages registered",
    "新命名乡村地名": "rural place names", "民政业务网上可办率": "services online", "城镇新增就业": "new urban jobs",
    "城镇调查失业率": "surveyed urban unemployment", "基本医疗保险参保率": "medical insurance cover", "学前教育毛入园率": "kindergarten enrolment",
    "九年义务教育巩固率": "completion of compulsory schooling", "高中阶段毛入学率": "senior secondary enrolment",
    "改造困难老年人家庭": "homes adapted for the old in need", "困难老年人家庭改造": "homes adapted for the old in need",
    "特殊困难老年人家庭适老化改造": "homes adapted for the old in need", "新增长者食堂": "new canteens for the old",
    "培训养老护理员": "care workers trained", "新建社区居家养老服务中心": "new community care centres",
    "新建村级养老服务站": "new village care stations", "养老机构消防改造完成率": "care homes made fire-safe",
    "银发经济龙头企业": "leading firms of the silver economy", "银发经济规模": "size of the silver economy",
    "银发经济产值": "output of the silver economy", "慈善信托备案规模": "size of charity trusts", "慈善募捐": "donations",
    "监测对象": "people on the low-income register", "低收入人口监测对象": "people on the low-income register",
    "动态监测低收入人口": "people on the low-income register", "低保标准年均增幅": "dibao rise a year",
    "社工站": "social work stations", "乡镇（街道）社工站": "social work stations", "社工站覆盖率": "townships with a social work station",
    "未保工作站": "child-protection stations", "镇街未保工作站": "child-protection stations",
    "城乡社区工作者持证率": "certified community workers", "3A级以上社会组织占比": "social organisations rated 3A or better",
    "社会组织等级评估率": "social organisations rated", "清理“僵尸型”社会组织": "dormant organisations struck off",
    "注销“僵尸型”社会组织": "dormant organisations struck off", "公益项目": "public-benefit projects",
    "业务网上可办率": "services online", "命名海岛地名": "islands named", "命名乡村道路": "village roads named",
    "地名标志更新率": "place-name signs renewed", "村务公开率": "villages that publish their affairs",
    "婚俗改革试点": "pilots of wedding reform", "培训基层民政干部": "grass-roots officials trained",
    "民政服务机构消防达标率": "institutions up to fire standard", "福彩销售": "welfare lottery sales",
    "累计改造敬老院": "old people's homes rebuilt", "新增就业": "new jobs", "失业人员再就业": "unemployed back in work",
    "地区生产总值": "GDP", "一般公共预算收入": "general public revenue", "固定资产投资": "fixed investment",
  ]
}
