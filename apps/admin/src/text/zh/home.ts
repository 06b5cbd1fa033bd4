export const home = {
  title: '等我办的事',
  lead: '先到期的在前。数字不评比，只说明还有什么要办。',
  all: '全部',
  kinds: { issue: '居民来事', topic: '议题', session: '议事会', outcome_line: '议定事项' },
  matter: '事项',
  place: '地方',
  state: '状态',
  due: '期限',
  opened: '登记时间',
  late: '有事情已经超期，请先办。',
  empty: '现在没有等您办的事。新来的事会自动出现在这里。',
};
