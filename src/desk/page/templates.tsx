import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
} from '@rjsf/utils';
import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../core/messages.ts';
import { itemName } from '../core/names.ts';
import { isObject, valueAt } from '../core/schema-at.ts';
import { contextOf, findingsWithin, findingText, wordsAt } from './context.ts';

const fieldOf = (uiSchema: FieldTemplateProps['uiSchema']) => uiSchema?.['ui:field'];

/** What a field is for, where it says more than its name; words between backticks are to be typed as they are. */
function Help({ id, label, text }: { id: string; label: string; text: string | undefined }) {
  if (!text || text.replace(/。$/u, '') === label) return null;
  const parts = text.split('`');
  return (
    <p className="help" id={id}>
      {/* biome-ignore lint/suspicious/noArrayIndexKey: the parts do not change */}
      {parts.map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}
    </p>
  );
}

/** The findings at a place itself. */
function Findings({ registry, fieldPathId }: Pick<FieldTemplateProps, 'registry' | 'fieldPathId'>) {
  const { path, $id } = fieldPathId;
  const { findings, remarks, data } = contextOf(registry);
  const isHere = (one: Finding) => one.path.length === path.length;
  const here = findingsWithin(findings, path).filter(isHere);
  return (
    <div id={`${$id}__findings`} aria-live="polite">
      {here.map((one) => (
        <p className="finding" key={one.found}>
          {findingText(one, data)}
        </p>
      ))}
      {findingsWithin(remarks, path)
        .filter(isHere)
        .map((one) => (
          <p className="remark" key={one.found}>
            提醒：{findingText(one, data)}
          </p>
        ))}
    </div>
  );
}

/** A field: its name, what it is for, itself, and what the check finds in it. */
function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, children, schema, uiSchema, registry, fieldPathId, required, formData } = props;
  const { path } = fieldPathId;
  // The file itself has no name here; what is wrong with it as a whole stands above the form.
  if (path.length === 0) return children;
  const field = fieldOf(uiSchema);
  const isOfficial = field === 'Official';
  if (isOfficial && (formData === undefined || (Array.isArray(formData) && formData.length === 0))) return null;
  const isNested = (uiSchema?.['ui:options'] as { nested?: boolean } | undefined)?.nested === true;
  const isGroup = !field && (schema.type === 'object' || schema.type === 'array');
  // Items of lists are named by their list, a way of writing by its choice.
  const isItem = typeof path.at(-1) === 'number' && !schema.title;
  if (isNested) return <div className="nested">{children}</div>;
  if (isGroup || isItem)
    return (
      <div className="group">
        {children}
        <Findings registry={registry} fieldPathId={fieldPathId} />
      </div>
    );
  const isCheck = schema.type === 'boolean' && !isOfficial;
  return (
    <div className={isOfficial ? 'field is-official' : 'field'}>
      {isCheck ? null : (
        <label htmlFor={isOfficial ? undefined : id}>
          {label}
          {required && !isOfficial ? <span className="needed">必写</span> : null}
          {isOfficial ? <span className="mark">原文</span> : null}
        </label>
      )}
      {isCheck ? children : null}
      {isOfficial ? null : <Help id={`${id}__help`} label={label} text={schema.description} />}
      {isCheck ? null : children}
      <Findings registry={registry} fieldPathId={fieldPathId} />
    </div>
  );
}

function ObjectFieldTemplate({ properties, title, description, fieldPathId, uiSchema }: ObjectFieldTemplateProps) {
  const contents = properties
    .filter(({ hidden }) => !hidden)
    .map(({ name, content }) => <div key={name}>{content}</div>);
  const isNested = (uiSchema?.['ui:options'] as { nested?: boolean } | undefined)?.nested === true;
  const isItem = typeof fieldPathId.path.at(-1) === 'number';
  if (fieldPathId.path.length === 0 || isNested || isItem) return <>{contents}</>;
  return (
    <fieldset id={fieldPathId.$id}>
      <legend>{title}</legend>
      <Help
        id={`${fieldPathId.$id}__help`}
        label={title}
        text={typeof description === 'string' ? description : undefined}
      />
      {contents}
    </fieldset>
  );
}

/** From this number of items on, a list can be searched. */
const longList = 8;

function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { title, schema, items, canAdd, onAddClick, fieldPathId, registry, uiSchema } = props;
  const [sought, setSought] = useState('');
  const values = valueAt(contextOf(registry).data, fieldPathId.path);
  const isShown = (index: number) =>
    sought === '' || JSON.stringify(Array.isArray(values) ? values[index] : '').includes(sought);
  const isFixed = uiSchema?.['ui:options']?.removable === false;
  return (
    <fieldset id={fieldPathId.$id} className="list">
      <legend>
        {title}（{items.length}）{isFixed ? <span className="mark">原文的各项，不增不减</span> : null}
      </legend>
      <Help id={`${fieldPathId.$id}__help`} label={title} text={schema.description} />
      {items.length >= longList ? (
        <input
          type="search"
          className="sought"
          aria-label={`在${title}里找`}
          placeholder={`在${title}里找`}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      ) : null}
      {items.map((item, index) => (
        <div key={item.key} hidden={!isShown(index)}>
          {item}
        </div>
      ))}
      {canAdd ? (
        <button type="button" className="add" onClick={onAddClick}>
          加一项{title}
        </button>
      ) : null}
    </fieldset>
  );
}

/** An item of a list, folded until it is needed: what is folded is not drawn, so that long lists are quick. */
function ArrayFieldItemTemplate({ children, buttonsProps, index, registry }: ArrayFieldItemTemplateProps) {
  const { fieldPathId, hasRemove, hasMoveUp, hasMoveDown, onRemoveItem, onMoveUpItem, onMoveDownItem } = buttonsProps;
  const context = contextOf(registry);
  const { data, findings } = context;
  const item = valueAt(data, fieldPathId.path);
  const wrong = findingsWithin(findings, fieldPathId.path).length;
  const isNew = item === undefined || (isObject(item) && Object.keys(item).length === 0);
  const [isOpen, setOpen] = useState(isNew);
  const details = useRef<HTMLDetailsElement>(null);
  // What was just added is filled in next; the button that added it stands behind it.
  useEffect(() => {
    if (document.activeElement?.classList.contains('add'))
      details.current?.querySelector<HTMLElement>('.inside :is(input, select, textarea)')?.focus();
  }, []);
  const name = itemName(item, index).replaceAll(/[“”]/gu, '');
  // The words after its name, by which it is told from others.
  const rest = wordsAt(context, fieldPathId.path)
    .filter((one) => one !== name)
    .join('，');
  return (
    <details className="item" ref={details} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{isNew ? '新的一项' : name}</b> <span className="rest">{rest}</span>
        {wrong > 0 ? <span className="wrong">{wrong} 处问题</span> : null}
      </summary>
      {isOpen ? (
        <div className="inside">
          {children}
          <p className="tools">
            {hasMoveUp ? (
              <button type="button" className="quiet" onClick={onMoveUpItem}>
                往前移
              </button>
            ) : null}
            {hasMoveDown ? (
              <button type="button" className="quiet" onClick={onMoveDownItem}>
                往后移
              </button>
            ) : null}
            {hasRemove ? (
              <button type="button" className="quiet danger" onClick={onRemoveItem}>
                删去这一项
              </button>
            ) : null}
          </p>
        </div>
      ) : null}
    </details>
  );
}

export const templates = { FieldTemplate, ObjectFieldTemplate, ArrayFieldTemplate, ArrayFieldItemTemplate };
