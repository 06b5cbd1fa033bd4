import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'imports.not_found': {
    'zh-CN': '没有找到这次导入。请从列表里打开。',
    en: 'This import was not found. Open it from the list.',
  },
  'imports.not_yours': {
    'zh-CN': '这份名单由本级政协办公室维护。请把文件交给他们导入。',
    en: 'This list is kept by the place’s own office. Give the file to it.',
  },
  'imports.place': {
    'zh-CN': '请选择市或县（市、区）。',
    en: 'Choose the city or a county.',
  },
  'imports.no_file': {
    'zh-CN': '请选择要导入的文件。',
    en: 'Choose the file to import.',
  },
  'imports.empty': {
    'zh-CN': '文件是空的。请选择写有名单的文件。',
    en: 'The file is empty. Choose the one that holds the list.',
  },
  'imports.too_large': {
    'zh-CN': '文件超过 10 MB，没有导入。请去掉图片，或把名单分成几个文件。',
    en: 'The file is larger than 10 MB; nothing was imported. Take out pictures, or split the list into several files.',
  },
  'imports.not_a_sheet': {
    'zh-CN': '这不是 Excel 或 CSV 文件，没有导入。请另存为 .xlsx 或 .csv 再上传。',
    en: 'This is no Excel or CSV file; nothing was imported. Save it as .xlsx or .csv and send it again.',
  },
  'imports.old_or_locked': {
    'zh-CN': '文件是旧版 .xls，或设了密码，没有导入。请去掉密码，另存为 .xlsx 再上传。',
    en: 'The file is an old .xls or has a password; nothing was imported. Take the password off, save it as .xlsx and send it again.',
  },
  'imports.broken': {
    'zh-CN': '文件已损坏，读不完整，没有导入。请用 Excel 打开后重新保存，再上传。',
    en: 'The file is damaged and cannot be read to its end; nothing was imported. Open it in Excel, save it again and send it.',
  },
  'imports.swollen': {
    'zh-CN': '文件展开后太大，没有导入。请只保留名单这一张表，再上传。',
    en: 'The file unpacks to far too much; nothing was imported. Keep only the sheet with the list and send it again.',
  },
  'imports.formula': {
    'zh-CN': '文件里有公式，没有导入。请把公式所在的列“粘贴为数值”，再上传。',
    en: 'The file contains a formula; nothing was imported. Paste that column as values and send it again.',
  },
  'imports.mixed_letters': {
    'zh-CN':
      '文件里混用了两种文字编码（UTF-8 和 GBK），有些字会变成乱码，没有导入。请用 Excel 另存为 .xlsx 再上传。',
    en: 'The file mixes two ways of writing characters (UTF-8 and GBK), so some names would be wrong; nothing was imported. Save it as .xlsx in Excel and send it again.',
  },
  'imports.too_many_rows': {
    'zh-CN': '文件超过 20000 行，没有导入。请把名单分成几个文件。',
    en: 'The file has more than 20,000 rows; nothing was imported. Split the list into several files.',
  },
  'imports.too_many_columns': {
    'zh-CN': '文件超过 50 列，没有导入。请只保留模板里的列。',
    en: 'The file has more than 50 columns; nothing was imported. Keep only the columns of the template.',
  },
  'imports.no_heading': {
    'zh-CN': '前 10 行里没有找到表头，没有导入。请使用模板，保留必填的列名。',
    en: 'No heading was found in the first 10 rows; nothing was imported. Use the template and keep the names of its required columns.',
  },
  'imports.no_rows': {
    'zh-CN': '表头下面没有内容，没有导入。请填写名单再上传。',
    en: 'There is nothing below the heading; nothing was imported. Fill in the list and send it again.',
  },
};
