import type { DutySummary } from '../views/unit-duties.ts';
import { readStored, storageKeys, store } from './storage.ts';

/** Shows on the front page the duties of the unit stored on this device. */
const unitSection = document.querySelector<HTMLElement>('[data-my-unit]');
const unitId = readStored(storageKeys.unit);
if (unitSection && unitId) void showDuties(unitSection, unitId);

async function showDuties(unitSection: HTMLElement, id: string): Promise<void> {
  const { base = '', duties = '' } = unitSection.dataset;
  const summaries: Record<string, DutySummary> = await fetch(duties)
    .then((response) => response.json())
    .then(Object, () => ({}));
  // The unit may have left the registry since it was stored, or something else may have arrived.
  const summary = Object.keys(summaries).includes(id) ? summaries[id] : undefined;
  if (!summary) return;

  const part = (name: string) => unitSection.querySelector<HTMLElement>(`[data-${name}]`);
  part('name')?.append(anchor(summary.name, base + summary.path));
  if (summary.now)
    part('name')?.append(
      `（${summary.now.words}）`,
      ...summary.now.units.flatMap(({ name, path }) => [' ', anchor(`看${name}`, base + path)]),
    );
  if (summary.print) part('print')?.append(anchor('打印本单位任务', base + summary.print));
  part('plans')?.append(...summary.plans.flatMap((plan) => [countsOf(plan), measuresOf(plan, base)]));
  part('forget')?.addEventListener('click', () => {
    store(storageKeys.unit, null);
    unitSection.hidden = true;
    document.querySelector<HTMLElement>('main')?.focus();
  });
  unitSection.hidden = false;
}

type PlanSummary = DutySummary['plans'][number];

function anchor(text: string, address: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.textContent = text;
  made.href = address;
  return made;
}

function countsOf({ name, measures, tasks, innovations, targets }: PlanSummary): HTMLElement {
  const line = document.createElement('p');
  line.className = 'text-quiet';
  const rows = tasks > 0 ? [`${tasks}项任务，其中自主创新举措${innovations}项`] : [];
  line.textContent = `${name}：${[`${measures.length}条措施`, ...rows, `量化目标${targets}个`].join('，')}。`;
  return line;
}

function measuresOf({ measures }: PlanSummary, base: string): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'my-2 columns-[22rem] gap-x-10';
  list.append(
    ...measures.map(({ title, path, tasks }) => {
      const item = document.createElement('li');
      item.className = 'break-inside-avoid border-b border-rule py-[0.3rem]';
      const rows = document.createElement('span');
      rows.className = 'inline-flex flex-wrap gap-x-[0.8rem] text-(length:--text-small)';
      const link = anchor(title, base + path);
      link.className = 'me-4 inline-block text-ink no-underline';
      rows.append(...tasks.map((task) => anchor(task.name ?? `第${task.number}项`, `${base}${path}#${task.anchor}`)));
      item.append(link, rows);
      return item;
    }),
  );
  return list;
}
