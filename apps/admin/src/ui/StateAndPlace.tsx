import type { MatterKind } from '@tongxin/matters/rules';
import { useLocale, useText } from '@tongxin/web/locale';
import { Select } from 'antd';
import { shellText } from '../text/shell.ts';
import type { Option } from './fields.tsx';
import { useMyPlaces } from './places.ts';
import { statesOf } from './workflows.ts';

type Asked = { state?: string; place?: string };
type Props = Asked & {
  kind: MatterKind;
  /** Choices before the states; without any, the first choice is every state. */
  more?: readonly Option[];
  /** Leads to the same list, asked differently. */
  onAsk: (asked: Asked) => void;
};

/** Narrows a list to one state and one place; both stand in the address, so a list can be passed on. */
export function StateAndPlace({ kind, state, place, more, onAsk }: Props) {
  const t = useText(shellText);
  const { locale } = useLocale();
  const places = useMyPlaces();
  const ask = (next: Asked) => onAsk({ state, place, ...next });
  return (
    <div className="filters">
      <label>
        {t.state}
        <Select
          value={state ?? ''}
          options={[...(more ?? [{ value: '', label: t.everyState }]), ...statesOf(kind, locale)]}
          onChange={(next) => ask({ state: next || undefined })}
          popupMatchSelectWidth={false}
        />
      </label>
      {places.length > 1 && (
        <label>
          {t.place}
          <Select
            value={place ?? ''}
            options={[{ value: '', label: t.everywhere }, ...places]}
            onChange={(next) => ask({ place: next || undefined })}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
          />
        </label>
      )}
    </div>
  );
}
