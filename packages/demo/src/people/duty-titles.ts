import type { Chance } from '../chance.ts';

type Trade = { units: readonly string[]; posts: readonly string[] };

const office: Trade = {
  units: ['机关工委', '乡村振兴服务中心', '档案馆', '统计局', '发展研究中心', '政务服务中心'],
  posts: ['主任', '副主任', '四级调研员', '党组成员、副局长'],
};
const firm: Trade = {
  units: [
    '青禾五金有限公司',
    '东泽新材料有限公司',
    '云起电动工具厂',
    '南溪纺织有限公司',
    '正谷食品有限公司',
    '启明智能装备有限公司',
  ],
  posts: ['董事长', '总经理', '党支部书记、副总经理', '财务总监', '技术总监'],
};
const school: Trade = {
  units: ['青松实验小学', '双溪中学', '职业技术学校', '晨光幼儿园', '教师进修学校'],
  posts: ['校长', '副校长', '高级教师', '教研室主任'],
};
const hospital: Trade = {
  units: ['第三人民医院', '中医馆', '疾病预防控制中心', '妇幼保健服务中心', '湖畔社区卫生服务中心'],
  posts: ['副院长', '主任医师', '护理部主任', '科室主任、副主任医师'],
};
const farm: Trade = {
  units: ['丰收农机专业合作社', '绿野茶叶专业合作社', '农业技术推广站', '两头乌养殖场', '佛手种植家庭农场'],
  posts: ['理事长', '场主', '高级农艺师', '站长'],
};
const arts: Trade = {
  units: ['文化馆', '婺剧团', '美术家协会', '非遗保护中心', '图书馆'],
  posts: ['馆长', '副馆长', '国家二级演员', '秘书长', '副研究馆员'],
};
const science: Trade = {
  units: ['农业科学研究所', '新能源研究院', '计量检测院', '社会科学研究所', '地方史研究会'],
  posts: ['研究员', '副所长', '高级工程师', '会长'],
};
const people: Trade = {
  units: ['总工会', '妇女联合会', '青年联合会', '归国华侨联合会', '科学技术协会', '慈善总会', '志愿者协会'],
  posts: ['副主席', '常务委员', '副会长', '秘书长', '委员'],
};
const law: Trade = {
  units: ['正衡律师事务所', '公证服务中心', '人民调解委员会', '仲裁服务中心'],
  posts: ['主任', '合伙人、律师', '副主任', '首席调解员'],
};
const faith: Trade = {
  units: ['佛教协会', '道教协会', '基督教协会'],
  posts: ['副会长', '秘书长', '常务理事'],
};
const press: Trade = {
  units: ['融媒体中心', '新华书店', '印刷有限公司'],
  posts: ['副总编辑', '主任记者', '总经理'],
};

/** What members of a sector do for a living; whoever is not named here works in an office. */
const trades: Readonly<Record<string, readonly Trade[]>> = {
  '01': [office, people],
  '02': [school, office],
  '03': [school, science],
  '04': [firm, office],
  '05': [school, press],
  '06': [hospital, science],
  '08': [science, hospital],
  '10': [law, firm],
  '12': [people],
  '13': [people, firm],
  '14': [firm],
  '15': [science],
  '18': [arts],
  '19': [science, firm],
  '20': [science],
  '21': [firm, law],
  '22': [farm],
  '23': [school],
  '24': [school, people],
  '25': [press],
  '26': [hospital],
  '28': [people, law],
  '29': [science, office],
  '31': [faith],
  '32': [firm],
  '33': [firm],
};

const honours = [
  '政协应用型智库成员',
  '民主监督员',
  '人民陪审员',
  '特约检察员',
  '乡贤联谊会会员',
  '营商环境监督员',
];

/** Post and unit as papers print them; once in a while with so many posts that they fill three lines. */
export function dutyTitleOf(chance: Chance, place: string, sectorCode: string): string {
  const trade = chance.pick(trades[sectorCode] ?? [office, people]);
  const post = () => `${place}${chance.pick(trade.units)}${chance.pick(trade.posts)}`;
  if (!chance.is(0.07)) return post();
  const posts = [post()];
  for (const honour of chance.some([...honours, ...people.units.map((unit) => `${unit}兼职副主席`)], 12)) {
    if (posts.join('，').length > 104) break;
    posts.push(`${place}${honour}`);
  }
  return posts.join('，');
}
