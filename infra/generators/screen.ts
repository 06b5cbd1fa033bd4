import { camel, pascal, type Plan } from './written-file.ts';

/** Plans a screen of an app, in the folder of the domain it shows. */
export function planScreen(app: string, domain: string, name: string): Plan {
  const component = `${name}Screen`;
  const text = `interface ${component}Props {
  title: string;
}

/** What a person does here, in one sentence. */
export function ${component}({ title }: ${component}Props) {
  return (
    <section aria-labelledby="${camel(domain)}-${name.toLowerCase()}">
      <h1 id="${camel(domain)}-${name.toLowerCase()}">{title}</h1>
    </section>
  );
}
`;
  return {
    files: [{ path: `apps/${app}/src/screens/${domain}/${component}.tsx`, text }],
    next: [
      `Give it an address in apps/${app}/src/routes.tsx and a builder for links to it in apps/${app}/src/paths.ts.`,
      'Put its words into the catalogue, Chinese first, English complete.',
      `Ask @tongxin/${domain}/rules for inputs and limits; ${pascal(domain)} comes over the API.`,
    ],
  };
}
