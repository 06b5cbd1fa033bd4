import type { Chance } from '../chance.ts';

const surnames = [
  ...'陈王张李吴徐周朱方胡黄林杨叶金郑何赵楼蒋施傅余蔡章倪俞邵程郭马沈邱钱童包姜汤应潘卢董鲍丁戴范洪柳项虞祝毛翁季葛',
];
const first = [
  ...'建国文志晓小春秋玉美明德永宝新立海云桂兰荣根水金长庆少丽雪佳子思雨家俊伟宏正学友仁义礼智光大成',
];
const second = [...'华强军平芳英珍娟琴芬妹仙香莲花林峰涛波斌杰浩宇轩怡婷洁敏慧玲燕飞龙祥福寿生法土木良顺达'];

/** Names and numbers of people who do not exist. */
export const invented = {
  person(chance: Chance): string {
    return `${chance.pick(surnames)}${chance.pick(first)}${chance.is(0.85) ? chance.pick(second) : ''}`;
  },
  /** A number that nobody can have. */
  phone(chance: Chance): string {
    return `1390000${String(chance.whole(0, 9999)).padStart(4, '0')}`;
  },
};
