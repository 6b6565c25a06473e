import { useState } from 'react';
import type { Done, Named } from '../core/messages.ts';
import { post } from './api.ts';
import { Asked, AskedId, Dialog, DialogForm, useDeskBehind } from './Dialog.tsx';

/** What can be begun, as `npm run new` does, with what it asks for. */
const kinds = [
  { value: 'unit', label: '一个单位', asks: ['name', 'kind'] },
  { value: 'units', label: '方案里写到而没有登记的全部单位', asks: [] },
  { value: 'topic', label: '一个分类', asks: ['name', 'kind'] },
  { value: 'questions', label: '一条措施的读者问题', asks: ['plan', 'number'] },
  { value: 'measure', label: '下一条措施（原文在 VS Code 里照抄）', asks: ['plan'] },
  { value: 'elsewhere', label: '手册里没有的事', asks: [] },
  { value: 'redirects', label: '改了的网址现在在哪里', asks: [] },
  { value: 'seal', label: '原件的校验和', asks: ['plan'] },
  { value: 'handbook', label: '一本新手册的网站设置和近义词', asks: [] },
] as const;

const kindsOf: Record<string, Named[]> = {
  unit: [
    { value: 'unit', label: '一个单位' },
    { value: 'collective', label: '一类单位的统称' },
    { value: 'group', label: '没有指明的部门' },
  ],
  topic: [
    { value: 'need', label: '需求（遇到的事情）' },
    { value: 'audience', label: '对象（我是谁）' },
    { value: 'stage', label: '阶段（企业走到哪一步）' },
  ],
};

type Asking = 'plan' | 'number' | 'name' | 'id' | 'kind';

export function NewDialog({ plans }: { plans: readonly Named[] }) {
  const { attempt, done } = useDeskBehind();
  const [what, setWhat] = useState<string>('unit');
  const [values, setValues] = useState<Partial<Record<Asking, string>>>({});
  const asks: readonly Asking[] = kinds.find((one) => one.value === what)?.asks ?? [];
  // What was chosen for another thing may be none of this one's.
  const options = { plan: plans, kind: kindsOf[what] ?? [] };
  const chosen = (key: 'plan' | 'kind') =>
    (options[key].find(({ value }) => value === values[key]) ?? options[key][0])?.value ?? '';
  const of = (key: Asking) => ({
    id: `new-${key}`,
    value: key === 'plan' || key === 'kind' ? chosen(key) : (values[key] ?? ''),
    onChange: (value: string) => setValues((before) => ({ ...before, [key]: value })),
  });
  const begin = () => {
    const asked = (key: Asking, value: string | undefined) => (asks.includes(key) ? value || undefined : undefined);
    attempt(
      post<Done>('new', {
        what,
        id: asked('name', values.id) ?? asked('number', values.number),
        name: asked('name', values.name),
        kind: asked('kind', chosen('kind')),
        plan: asked('plan', chosen('plan')),
      }),
      done,
    );
  };
  return (
    <Dialog title="新建">
      <DialogForm action="新建" onSubmit={begin}>
        <Asked id="new-what" label="新建什么" value={what} onChange={setWhat} options={kinds} />
        {asks.includes('plan') ? <Asked label="哪一份文件" options={plans} {...of('plan')} /> : null}
        {asks.includes('number') ? <Asked label="第几条措施" isNumber {...of('number')} /> : null}
        {asks.includes('name') ? (
          <>
            <Asked
              label="名称"
              help={what === 'unit' ? '照文件里印的写，一字不改。' : '读者看到的名称，二至八个字。'}
              {...of('name')}
            />
            <AskedId example="jingke-ju" {...of('id')} />
          </>
        ) : null}
        {asks.includes('kind') ? <Asked label="种类" options={options.kind} {...of('kind')} /> : null}
      </DialogForm>
    </Dialog>
  );
}
