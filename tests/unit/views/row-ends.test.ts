import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHandbook } from '../../../src/checks/check-content.ts';
import { contentFolder } from '../../../src/loader/folder.ts';
import { collateMeasure, linesOf, rowEnds } from '../../../src/views/collation.ts';

const handbook = loadHandbook(contentFolder);

for (const plan of handbook.plans)
  test(`${plan.id}: each row of the list is named once in the text of its measure, at the end of its words`, () => {
    for (const measure of plan.measures) {
      const collation = collateMeasure(measure);
      const ends = rowEnds(collation);
      assert.deepEqual(
        ends.flatMap(({ tasks }) => tasks),
        measure.tasks.filter((task) => collation.lines.some((line) => line.tasks.includes(task))),
        measure.title,
      );
      for (const [index, { end }] of ends.entries())
        assert.ok(end > (ends[index - 1]?.end ?? 0) && end <= measure.text.length);
      for (const task of measure.tasks) assert.ok(linesOf(collation, task).length > 0, `第${task.number}项`);
    }
  });
