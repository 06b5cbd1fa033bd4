import type { PlaceLink } from './records.ts';

/** What has been filled in so far, on all screens of telling a matter. Travels sealed inside the forms. */
export type Answers = {
  /** Made when the form opens: however often it is sent, it is one matter. */
  key: string;
  words: string;
  /** The place as typed, until one is chosen. */
  placeTyped: string;
  place: (PlaceLink & { within: string }) | null;
  placeWords: string;
  photoIds: readonly string[];
  name: string;
  phone: string;
  address: string;
};

/** What every screen of the form is given: the answers, and the same sealed for the way to the next screen. */
export type Carried = { answers: Answers; sealed: string };
