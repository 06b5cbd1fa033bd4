export const contacts = {
  title: '找单位',
  lead: '哪件事找哪个单位、谁在哪个职务，议事堂在哪里、什么时候开。',
  vacant: '暂缺',
  place: '看哪里的',
  own: (name: string) => `${name}（我的委员会）`,
  offices: '政协办公室和联络组',
  departments: '承办单位',
  halls: '议事堂',
  none: '这里还没有登记单位。',
  noHalls: '这里还没有登记议事堂。',
  search: '找单位、职务或姓名',
  searchNone: '没有带这几个字的单位、职务或姓名。',
};
