import type { Page } from '../render.tsx';
import { answers, carried, counties, suxi } from './sample-records.ts';

/** Every screen of telling a matter, right and with something to change. */
export const tellSamples = {
  tellWhat: {
    page: 'tellWhat',
    content: {
      ...carried,
      answers: { ...answers, place: null, photoIds: [], words: '', placeTyped: '', placeWords: '' },
      faults: {},
    },
  },
  tellWhatFaulty: {
    page: 'tellWhat',
    content: {
      ...carried,
      answers: { ...answers, words: '灯坏', place: null, placeTyped: '' },
      faults: { words: 'issues.words_short', place: 'place' },
    },
  },
  tellPlace: {
    page: 'tellPlace',
    content: {
      ...carried,
      answers: { ...answers, placeTyped: '胡宅' },
      found: [
        { code: '330782105002', name: '胡宅社区居委会', within: '义乌市 苏溪镇' },
        { code: '330726100210', name: '胡宅村村委会', within: '浦江县 黄宅镇' },
      ],
      inside: null,
      names: counties.map((county) => ({ ...county, opens: true })),
      faults: {},
    },
  },
  tellPlaceInside: {
    page: 'tellPlace',
    content: {
      ...carried,
      found: [],
      inside: suxi,
      names: [{ code: '330782105002', name: '胡宅社区居委会', opens: false }],
      faults: {},
    },
  },
  tellEmergency: { page: 'tellEmergency', content: { ...carried, hotlines: ['119', '120'] } },
  tellContact: { page: 'tellContact', content: { ...carried, faults: {} } },
  tellCheck: { page: 'tellCheck', content: { ...carried, faults: {} } },
  tellReceipt: {
    page: 'tellReceipt',
    content: {
      receipt: '7K-M3QP-9WXD',
      pin: '408215',
      toldAt: '2026-11-21T05:20:00Z',
      placeName: '义乌市 苏溪镇 胡宅社区居委会',
      townshipName: '苏溪镇',
      followAddress: 'tongxin.example/follow',
    },
  },
} satisfies Record<string, Page>;
