/** Comfort where scripts run. Everything on the site works without this file. */

const all = <Kind extends Element>(selector: string) => [...document.querySelectorAll<Kind>(selector)];

/** A form that is under way is not sent again by a second press. */
function guardForms(): void {
  for (const form of all<HTMLFormElement>('form[data-once]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = 'yes';
    });
  }
  // The way back brings the page as it was, and the form may be sent then.
  addEventListener('pageshow', () =>
    all<HTMLFormElement>('form[data-once]').forEach((form) => delete form.dataset.sent),
  );
}

/** Shows the chosen photos before they are sent. */
function previewPhotos(): void {
  for (const input of all<HTMLInputElement>('input[data-preview]')) {
    const shown = document.createElement('div');
    shown.className = 'photos';
    input.after(shown);
    input.addEventListener('change', () => {
      const pictures = [...(input.files ?? [])].map((file) => {
        const picture = new Image(120);
        picture.src = URL.createObjectURL(file);
        picture.alt = file.name;
        picture.onload = () => URL.revokeObjectURL(picture.src);
        return picture;
      });
      shown.replaceChildren(...pictures);
    });
  }
}

const filterFrom = 12;

/** A field above a long list of names that leaves those with the typed letters. */
function filterNames(): void {
  for (const list of all<HTMLUListElement>('ul[data-filter]')) {
    const names = [...list.children] as HTMLElement[];
    if (names.length <= filterFrom) continue;
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'search';
    label.append(list.dataset.filter ?? '', input);
    input.addEventListener('input', () => {
      for (const name of names) name.hidden = !name.textContent?.includes(input.value.trim());
    });
    input.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    list.before(label);
  }
}

const restMs = 250;

/** Offers places while a name is being typed. */
function offerPlaces(): void {
  for (const input of all<HTMLInputElement>('input[data-places]')) {
    const offered = document.createElement('datalist');
    offered.id = `${input.id}-places`;
    input.after(offered);
    input.setAttribute('list', offered.id);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void offer(input.dataset.places ?? '', input.value, offered), restMs);
    });
  }
}

async function offer(address: string, typed: string, offered: HTMLDataListElement): Promise<void> {
  if (typed.trim() === '') return;
  const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}`).catch(() => undefined);
  if (!answer?.ok) return;
  const names = (await answer.json()) as string[];
  offered.replaceChildren(...names.map((name) => new Option(name, name)));
}

/** A button that prints, in place of the sentence that tells how. */
function offerPrinting(): void {
  for (const hint of all<HTMLElement>('[data-print]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = hint.dataset.print ?? '';
    button.addEventListener('click', () => print());
    hint.replaceChildren(button);
  }
}

guardForms();
previewPhotos();
filterNames();
offerPlaces();
offerPrinting();
