import { tokens } from '@tongxin/web/tokens';
import type { ThemeConfig } from 'antd';

/** Fields are as high as a finger is wide, where there is one. */
const isTouched = matchMedia('(pointer: coarse)').matches;

/** antd in the colours of the house. Its own greys stay below 4.5:1, so each text colour is set here. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: tokens.primary,
    colorLink: tokens.primary,
    colorText: tokens.ink,
    colorTextSecondary: tokens.quiet,
    colorTextTertiary: tokens.quiet,
    colorTextQuaternary: '#5a6670',
    colorTextPlaceholder: '#5a6670',
    colorTextDisabled: '#5a6670',
    colorTextDescription: tokens.quiet,
    colorBorder: tokens.control,
    colorBorderSecondary: tokens.line,
    colorError: tokens.late,
    colorErrorBg: tokens.lateSoft,
    colorWarning: tokens.soon,
    colorWarningBg: tokens.soonSoft,
    colorSuccess: tokens.done,
    colorSuccessBg: tokens.doneSoft,
    colorInfo: tokens.primary,
    colorInfoBg: tokens.primarySoft,
    colorBgLayout: tokens.ground,
    fontFamily: 'inherit',
    fontSize: 15,
    controlHeight: isTouched ? 44 : 36,
    borderRadius: 6,
    // Nothing slides: office work on old machines, and people whom motion makes ill.
    motion: false,
  },
  components: {
    Form: { labelColor: tokens.ink, itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
    Modal: { titleFontSize: 18 },
  },
};
