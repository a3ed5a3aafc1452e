/** In both languages, as it is said where neither could be loaded. */
export const startFailed =
  '窗格未能加载完整。请检查网络连接，关闭窗格后重新打开。 The pane could not be loaded completely. Check the connection, close the pane and open it again.';
