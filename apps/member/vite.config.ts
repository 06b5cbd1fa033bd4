import { appConfig } from '@tongxin/web/app-config';
import { defineConfig } from 'vite';

export default defineConfig(appConfig('member'));
