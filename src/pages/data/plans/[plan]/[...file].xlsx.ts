import { filesIn } from './_files.ts';

export { GET } from './_files.ts';
export const getStaticPaths = () => filesIn('xlsx');
