import { useCallback, useEffect, useRef, useState } from 'react';

type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
};

/** The browser's own reader of codes where it has one that reads QR; else the one that we bring along. */
async function findDetector(): Promise<Detector> {
  const { BarcodeDetector: Own } = globalThis as { BarcodeDetector?: DetectorClass };
  const formats = await Own?.getSupportedFormats().catch((): string[] => []);
  if (Own !== undefined && formats?.includes('qr_code')) return new Own({ formats: ['qr_code'] });
  const { BarcodeDetector } = await import('qr/decode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}

/** Between two looks, in milliseconds: nobody holds a code up for less, and the telephone stays cool. */
const pause = 120;

type CameraState = 'off' | 'on' | 'absent' | 'refused';

/** The camera that reads QR codes: off, on, absent or refused. `onRead` hears every reading, also of the same code. */
export function useCamera(onRead: (text: string) => void) {
  const [state, setState] = useState<CameraState>(() =>
    navigator.mediaDevices === undefined ? 'absent' : 'off',
  );
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const heard = useRef(onRead);
  useEffect(() => {
    heard.current = onRead;
  });

  // Read at once, while there is a network; the camera may be wanted when there is none.
  const detector = useRef<Promise<Detector>>(undefined);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    detector.current ??= findDetector();
    detector.current.catch(() => (detector.current = undefined));
    return () => {
      isGone.current = true;
      stop(stream);
    };
  }, []);

  useEffect(() => {
    const source = video.current;
    if (state !== 'on' || source === null) return undefined;
    const watching = new AbortController();
    source.srcObject = stream.current;
    detector.current ??= findDetector();
    watch(source, detector.current, (text) => heard.current(text), watching.signal).catch(() => {
      if (watching.signal.aborted) return;
      stop(stream);
      setState('absent');
    });
    return () => watching.abort();
  }, [state]);

  const turnOn = useCallback(async () => {
    try {
      const wished = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } };
      stream.current = await navigator.mediaDevices.getUserMedia({ video: wished });
      // Allowed after the page was left.
      if (isGone.current) return stop(stream);
      // Unplugged, or taken by another program.
      for (const track of stream.current.getTracks()) track.addEventListener('ended', () => setState('off'));
      return setState('on');
    } catch (error) {
      return setState(
        error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'absent',
      );
    }
  }, []);
  const turnOff = useCallback(() => {
    stop(stream);
    setState('off');
  }, []);
  return { state, video, turnOn, turnOff };
}

/** Looks again and again until it is told to stop. A picture that cannot be read is followed by another. */
async function watch(
  source: HTMLVideoElement,
  detector: Promise<Detector>,
  hear: (text: string) => void,
  until: AbortSignal,
): Promise<void> {
  const reader = await detector;
  await source.play();
  while (!until.aborted) {
    if (source.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA)
      for (const { rawValue } of await reader.detect(source).catch(() => [])) hear(rawValue);
    await new Promise((next) => setTimeout(next, pause));
  }
}

function stop(stream: { current: MediaStream | null }): void {
  for (const track of stream.current?.getTracks() ?? []) track.stop();
  stream.current = null;
}
