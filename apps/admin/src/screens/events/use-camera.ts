import { useCallback, useEffect, useRef, useState } from 'react';

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

/** The browser's own reader of codes, where it has one that reads QR. */
async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector: Reader } = globalThis as { BarcodeDetector?: DetectorClass };
  if (Reader === undefined || navigator.mediaDevices === undefined) return null;
  const formats = await Reader.getSupportedFormats().catch((): string[] => []);
  return formats.includes('qr_code') ? new Reader({ formats: ['qr_code'] }) : null;
}

const everyMs = 250;

/** The camera that reads QR codes: off, on, absent or refused. `onRead` hears every reading, also of the same code. */
export function useCamera(onRead: (text: string) => void) {
  const [state, setState] = useState<'off' | 'on' | 'absent' | 'refused'>('off');
  const video = useRef<HTMLVideoElement>(null);
  const detector = useRef<Detector | null>(null);
  const stream = useRef<MediaStream | null>(null);
  const heard = useRef(onRead);
  useEffect(() => {
    heard.current = onRead;
  });

  useEffect(() => {
    void findDetector().then((found) => {
      detector.current = found;
      if (found === null) setState('absent');
    });
    return () => stop(stream);
  }, []);

  useEffect(() => {
    if (state !== 'on' || video.current === null) return undefined;
    video.current.srcObject = stream.current;
    void video.current.play();
    const timer = setInterval(() => void look(video.current, detector.current, heard.current), everyMs);
    return () => clearInterval(timer);
  }, [state]);

  const turnOn = useCallback(async () => {
    try {
      stream.current = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      setState('on');
    } catch {
      setState('refused');
    }
  }, []);
  const turnOff = useCallback(() => {
    stop(stream);
    setState('off');
  }, []);
  return { state, video, turnOn, turnOff };
}

async function look(
  source: HTMLVideoElement | null,
  detector: Detector | null,
  hear: (text: string) => void,
) {
  if (source === null || detector === null || source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
  const found = await detector.detect(source).catch(() => []);
  for (const { rawValue } of found) hear(rawValue);
}

function stop(stream: { current: MediaStream | null }): void {
  for (const track of stream.current?.getTracks() ?? []) track.stop();
  stream.current = null;
}
