import type { Messages } from '@tongxin/core';
import type { Refusal } from './rules.ts';

export const messages: Messages<Refusal> = {
  'files.empty': {
    'zh-CN': '这个文件是空的。请重新选一张照片。',
    en: 'This file is empty. Choose the photo again.',
  },
  'files.too_big': {
    'zh-CN': '照片超过 10 MB。请在手机相册里把它调小，或者发一张截图。',
    en: 'The photo is larger than 10 MB. Make it smaller in your phone’s album, or send a screenshot of it.',
  },
  'files.not_a_photo': {
    'zh-CN': '这个文件不是照片。可以发 JPEG、PNG 或 WebP 格式的照片。',
    en: 'This file is not a photo. You can send photos in the formats JPEG, PNG and WebP.',
  },
  'files.heic': {
    'zh-CN':
      '这张照片是苹果手机的 HEIC 格式，这里读不了。请发它的截图，或在“设置－相机－格式”里选“兼容性最佳”后重拍。',
    en: 'This photo is in the HEIC format of iPhones, which cannot be read here. Send a screenshot of it, or choose “Most Compatible” under Settings, Camera, Formats and take it again.',
  },
  'files.damaged': {
    'zh-CN': '这张照片不完整，打不开。请重新选一次，或者换一张。',
    en: 'This photo is incomplete and cannot be opened. Choose it again, or choose another one.',
  },
  'files.too_many_pixels': {
    'zh-CN': '照片的像素太多，这里处理不了。请在手机相册里把它调小，或者发一张截图。',
    en: 'The photo has too many pixels to be handled here. Make it smaller in your phone’s album, or send a screenshot of it.',
  },
  'files.too_many': {
    'zh-CN': '一件事最多放 6 张照片。请去掉几张。',
    en: 'One matter holds at most 6 photos. Take some of them out.',
  },
  'files.not_found': {
    'zh-CN': '没有找到这张照片。它可能放得太久没有提交，已被清除；请重新上传。',
    en: 'This photo was not found. It may have waited too long to be sent and was thrown away; upload it again.',
  },
  'files.taken': {
    'zh-CN': '这张照片已经放在另一件事里。请重新上传一次。',
    en: 'This photo already belongs to another matter. Upload it once more.',
  },
};
