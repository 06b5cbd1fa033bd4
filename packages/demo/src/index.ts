export { demoSignIns, type DemoSignIn } from './sign-ins.ts';
export { tellDemoCity, type Telling } from './telling/tell-city.ts';
