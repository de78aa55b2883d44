export { Loading as default } from '../../../../../components/teach/loading.tsx';
