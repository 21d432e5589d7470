import type { ThreatModel } from "@strideml/plugin-kit";
import { Link } from "../ui/Link.js";
import { useCatalogLang, useWords } from "../ui/useApp.js";

const Components = ({ model }: { model: ThreatModel }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const zones = new Map(model.architecture.boundaries.map(({ id, title }) => [id, title]));
  const counts = new Map<string, number>();
  for (const { component } of model.threats) counts.set(component, (counts.get(component) ?? 0) + 1);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.diagram.component}>
      <table>
        <thead>
          <tr>
            {[words.diagram.component, words.diagram.kind, words.diagram.boundary, words.diagram.findings].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang={lang}>
          {model.architecture.components.map(({ id, title, kind, zone }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{kind}</td>
              <td>{zones.get(zone ?? "")}</td>
              <td class="number">
                {counts.has(id) ? (
                  <Link to={["result", "findings"]} query={{ component: id }}>
                    {counts.get(id)}
                  </Link>
                ) : (
                  0
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Flows = ({ model }: { model: ThreatModel }) => {
  const words = useWords();
  const lang = useCatalogLang();
  const { components, flows, boundaries } = model.architecture;
  const byId = new Map(components.map((component) => [component.id, component]));
  const zones = new Map(boundaries.map(({ id, title }) => [id, title]));
  const zoneOf = (id: string) => zones.get(byId.get(id)?.zone ?? "") ?? "";
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.diagram.data}>
      <table>
        <thead>
          <tr>
            {[words.diagram.from, words.diagram.to, words.diagram.data, words.diagram.crosses].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody lang={lang}>
          {flows.map(({ id, from, to, data }) => (
            <tr key={id}>
              <td>{byId.get(from)?.title ?? from}</td>
              <td>{byId.get(to)?.title ?? to}</td>
              <td>{data}</td>
              <td>{zoneOf(from) === zoneOf(to) ? "" : `${zoneOf(from)} → ${zoneOf(to)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The diagram in words: every component with its findings, every flow. */
export const DiagramText = ({ model }: { model: ThreatModel }) => (
  <>
    <Components model={model} />
    <Flows model={model} />
  </>
);
