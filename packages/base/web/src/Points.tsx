/** Numbered points under a heading of their own; nothing where there are none. */
export function Points({ title, points }: { title: string; points: readonly { text: string }[] }) {
  if (points.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ol>
        {points.map(({ text }) => (
          <li key={text} className="words">
            {text}
          </li>
        ))}
      </ol>
    </>
  );
}
