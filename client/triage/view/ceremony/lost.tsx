import { useWords } from '../words.ts';

export function LostStep() {
  const { t } = useWords();
  const { cases, intro } = t.ceremony.lost;
  return (
    <>
      <p>{intro}</p>
      {Object.entries(cases).map(([name, { title, steps }]) => (
        <section key={name} aria-labelledby={`lost-${name}`}>
          <h2 id={`lost-${name}`}>{title}</h2>
          <ol class="todo">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
