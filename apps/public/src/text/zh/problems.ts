/** Pages that say what happened and what to do. No blame, no codes without use. */
export const problems = {
  notFound: {
    title: '没有这一页',
    lines: ['可能地址写错了，也可能这件事没有公布。', '可以从首页重新找，或者凭回执号查您自己的事。'],
  },
  refused: {
    title: '这一步没有做成',
    lines: ['您写的没有丢，返回上一页还在。'],
  },
  foreign: {
    title: '这张表单不是从本站打开的',
    lines: ['为了安全，我们没有收下。请从本站打开表单，再发送一次。'],
  },
  tooLarge: {
    title: '发来的内容太大',
    lines: ['照片每张不能超过 10 MB。返回上一页，换小一些的照片，或者先不附照片。'],
  },
  tooMany: {
    title: '请稍等一会儿再试',
    lines: ['短时间内次数太多，为了保护大家的事，先停一停。15 分钟后再来。'],
  },
  broken: {
    title: '我们这边出了故障',
    lines: [
      '不是您的问题。已经收下并给了回执的事不会丢。',
      '过几分钟再试。还不行，请把下面的编号告诉乡镇议事堂或县（市、区）政协办公室。',
    ],
  },
  number: (id: string) => `编号 ${id}`,
  home: '回首页',
};

/** Beside a field, when the domain has no sentence of its own for it. */
export const fields = {
  notUnderstood: '这一项没有看懂，请换一种写法。',
  place: '请写出乡镇（街道）或村（社区）的名字，或从名单里挑。',
  sentBefore: '刚才那一份已经收到了。您现在改过的内容，要作为另一件事发送，请再按一次“发送”。',
  state: '这一页放得太久，前面填的内容读不出来了。请从头再填一次。',
};
