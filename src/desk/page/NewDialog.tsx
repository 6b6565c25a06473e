import { useState } from 'react';
import type { Done, Named } from '../core/messages.ts';
import { post } from './api.ts';
import { Dialog } from './Dialog.tsx';

/** What can be begun, as `npm run new` does, with what it asks for. */
const kinds = [
  { what: 'unit', label: '一个单位', asks: ['id', 'name', 'kind'] },
  { what: 'units', label: '方案里写到而没有登记的全部单位', asks: [] },
  { what: 'topic', label: '一个分类', asks: ['id', 'name', 'kind'] },
  { what: 'questions', label: '一条措施的读者问题', asks: ['plan', 'number'] },
  { what: 'measure', label: '下一条措施（原文在 VS Code 里照抄）', asks: ['plan'] },
  { what: 'elsewhere', label: '手册里没有的事', asks: [] },
  { what: 'seal', label: '原件的校验和', asks: ['plan'] },
  { what: 'handbook', label: '一本新手册的网站设置和近义词', asks: [] },
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

interface Props {
  plans: readonly Named[];
  onDone: (done: Done) => void;
  onClose: () => void;
  onError: (error: unknown) => void;
}

export function NewDialog({ plans, onDone, onClose, onError }: Props) {
  const [what, setWhat] = useState<string>('unit');
  const [values, setValues] = useState<Record<string, string>>({});
  const asks: readonly string[] = kinds.find((one) => one.what === what)?.asks ?? [];
  const set = (key: string) => (event: { target: { value: string } }) =>
    setValues((before) => ({ ...before, [key]: event.target.value }));
  const begin = () => {
    const asked = (key: string) => (asks.includes(key) ? values[key] || undefined : undefined);
    const kind = asks.includes('kind') ? (values[`kind-${what}`] ?? kindsOf[what]?.[0]?.value) : undefined;
    const plan = asks.includes('plan') ? (values.plan ?? plans[0]?.value) : undefined;
    post<Done>('new', { what, id: asked('id') ?? asked('number'), name: asked('name'), kind, plan }).then(
      onDone,
      onError,
    );
  };
  return (
    <Dialog title="新建" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <label htmlFor="new-what">新建什么</label>
        <select id="new-what" value={what} onChange={({ target }) => setWhat(target.value)}>
          {kinds.map((one) => (
            <option key={one.what} value={one.what}>
              {one.label}
            </option>
          ))}
        </select>
        {asks.includes('plan') ? (
          <>
            <label htmlFor="new-plan">哪一份文件</label>
            <select id="new-plan" value={values.plan ?? plans[0]?.value ?? ''} onChange={set('plan')}>
              {plans.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          </>
        ) : null}
        {asks.includes('number') ? (
          <>
            <label htmlFor="new-number">第几条措施</label>
            <input
              id="new-number"
              type="number"
              min={1}
              required
              value={values.number ?? ''}
              onChange={set('number')}
            />
          </>
        ) : null}
        {asks.includes('name') ? (
          <>
            <label htmlFor="new-name">名称</label>
            <p className="help">{what === 'unit' ? '照文件里印的写，一字不改。' : '读者看到的名称，二至八个字。'}</p>
            <input id="new-name" required value={values.name ?? ''} onChange={set('name')} />
            <label htmlFor="new-id">编号</label>
            <p className="help">小写字母、数字和连字符，例如 jingke-ju；它是网址的一部分，发布以后不要改。</p>
            <input id="new-id" required pattern="[a-z0-9]+(-[a-z0-9]+)*" value={values.id ?? ''} onChange={set('id')} />
          </>
        ) : null}
        {asks.includes('kind') ? (
          <>
            <label htmlFor="new-kind">种类</label>
            <select id="new-kind" value={values[`kind-${what}`] ?? ''} onChange={set(`kind-${what}`)}>
              {kindsOf[what]?.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          </>
        ) : null}
        <p className="tools">
          <button type="submit">新建</button>
        </p>
      </form>
    </Dialog>
  );
}
