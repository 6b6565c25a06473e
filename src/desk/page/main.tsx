import './desk.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { hasToken } from './api.ts';

const root = document.getElementById('desk');
if (root)
  createRoot(root).render(
    hasToken ? (
      <App />
    ) : (
      <p className="opening">请打开编辑台窗口里印出的网址（带 # 的那一个），或再双击一次“编辑台”。</p>
    ),
  );
