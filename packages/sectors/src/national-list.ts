/** A sector (界别) of the CPPCC: what a committee is composed by, instead of by territory. */
export type NationalSector = {
  /** Two digits: 01 to 34 in the order of the list in force; 35 and 36 stand for sectors that have been merged. */
  code: string;
  nameZh: string;
  nameEn: string;
  validFrom: string;
  /** The first day on which it is no longer on the list. */
  validTo: string | null;
};

/** The day on which the list with the sector of environment and resources was published. */
const since2023 = '2023-01-18';
/** The list of the committee elected in 2018 had the same names but for three; older lists are not kept here. */
const before = '2018-03-03';

const unchanged = (code: string, nameZh: string, nameEn: string): NationalSector => ({
  code,
  nameZh,
  nameEn,
  validFrom: before,
  validTo: null,
});

/**
 * The national list of 34 sectors with its change of 2023: environment and resources came in, the Youth League and
 * the Youth Federation became one. A committee of a city or a county takes the change over with its own next term.
 * Source: list of members of the 14th National Committee, published on 18 January 2023, as reported by China Youth
 * Daily on 19 January 2023, page 2 (34 sectors before and after; the first new one since 1993).
 */
export const nationalSectors: readonly NationalSector[] = [
  unchanged('01', '中国共产党', 'Communist Party of China'),
  unchanged('02', '民革', 'Revolutionary Committee of the Chinese Kuomintang'),
  unchanged('03', '民盟', 'China Democratic League'),
  unchanged('04', '民建', 'China National Democratic Construction Association'),
  unchanged('05', '民进', 'China Association for Promoting Democracy'),
  unchanged('06', '农工党', 'Chinese Peasants’ and Workers’ Democratic Party'),
  unchanged('07', '致公党', 'China Zhi Gong Party'),
  unchanged('08', '九三学社', 'Jiusan Society'),
  unchanged('09', '台盟', 'Taiwan Democratic Self-Government League'),
  unchanged('10', '无党派人士', 'Personages without party affiliation'),
  {
    code: '11',
    nameZh: '共青团和青联',
    nameEn: 'Communist Youth League and Youth Federation',
    validFrom: since2023,
    validTo: null,
  },
  unchanged('12', '总工会', 'Federation of Trade Unions'),
  unchanged('13', '妇联', 'Women’s Federation'),
  unchanged('14', '工商联', 'Federation of Industry and Commerce'),
  unchanged('15', '科协', 'Association for Science and Technology'),
  unchanged('16', '台联', 'Federation of Taiwan Compatriots'),
  unchanged('17', '侨联', 'Federation of Returned Overseas Chinese'),
  unchanged('18', '文化艺术界', 'Culture and the arts'),
  unchanged('19', '科学技术界', 'Science and technology'),
  unchanged('20', '社会科学界', 'Social sciences'),
  unchanged('21', '经济界', 'Economy'),
  unchanged('22', '农业界', 'Agriculture'),
  unchanged('23', '教育界', 'Education'),
  unchanged('24', '体育界', 'Sport'),
  unchanged('25', '新闻出版界', 'Press and publishing'),
  unchanged('26', '医药卫生界', 'Medicine and health'),
  unchanged('27', '对外友好界', 'Friendship with other countries'),
  unchanged('28', '社会福利和社会保障界', 'Social welfare and social security'),
  {
    code: '29',
    nameZh: '环境资源界',
    nameEn: 'Environment and resources',
    validFrom: since2023,
    validTo: null,
  },
  unchanged('30', '少数民族界', 'Ethnic minorities'),
  unchanged('31', '宗教界', 'Religions'),
  unchanged('32', '特邀香港人士', 'Specially invited people from Hong Kong'),
  unchanged('33', '特邀澳门人士', 'Specially invited people from Macao'),
  unchanged('34', '特别邀请人士', 'Specially invited people'),
  { code: '35', nameZh: '共青团', nameEn: 'Communist Youth League', validFrom: before, validTo: since2023 },
  { code: '36', nameZh: '青联', nameEn: 'Youth Federation', validFrom: before, validTo: since2023 },
];
