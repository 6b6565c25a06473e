import { contentFiles } from '../../loader/paths.ts';
import { isSealOf } from '../../loader/seal.ts';
import { eachPlan, type Rule } from '../rule.ts';

/** The checksum of the document of the sample plan. */
const sealOfSample = '2ad46cb90c71c7172505ffa955c9d99ac9e3e259493eaab37219c29b97a90a0f';

export const rule: Rule = {
  id: 'source-sealed',
  reason:
    'The document as received does not change: a change of it is its own fault, and none of the content held against it.',
  needs: ['source'],
  structural: true,
  runs: eachPlan(({ id }, { sources, seals }) => {
    const [source, seal] = [sources.get(id), seals.get(id)];
    if (seal === undefined || (source !== undefined && isSealOf(seal, source))) return [];
    return {
      file: contentFiles.source(id),
      path: [],
      found: source === undefined ? '没有这个文件，而它的校验和还在' : '收到的原件变了：与收到时的校验和不同',
      expected: '收到的原件，一个字也不改',
      mend: '从上一个版本恢复 source.txt；确是换了一份更准的原件，就删去 source.sha256，运行 npm run new -- seal 重新登记',
    };
  }),
  good: [{ 'source.sha256': `${sealOfSample}  source.txt\n` }],
  bad: {
    'source.txt:1 查到：收到的原件变了：与收到时的校验和不同 应为：收到的原件，一个字也不改 改法：从上一个版本恢复 source.txt；确是换了一份更准的原件，就删去 source.sha256，运行 npm run new -- seal 重新登记':
      {
        'source.sha256': `${sealOfSample}  source.txt\n`,
        'source.txt': { '降低企业用电成本。（': '降低企业用能成本。（' },
      },
    'source.txt:1 查到：没有这个文件，而它的校验和还在 应为：收到的原件，一个字也不改 改法：从上一个版本恢复 source.txt；确是换了一份更准的原件，就删去 source.sha256，运行 npm run new -- seal 重新登记':
      { 'source.sha256': `${sealOfSample}  source.txt\n`, 'source.txt': null, 'corrections.yaml': 'corrections: []\n' },
  },
};
