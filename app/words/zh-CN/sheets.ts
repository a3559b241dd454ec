export const sheets = {
  notCsv: "第 {{line}} 行起读不出来，可能少了一个引号。请在表格软件里另存为 XLSX 再上传。",
  notXlsx: "这个文件打不开。请在表格软件里另存为 XLSX 或 CSV 再上传；旧的 .xls 格式不支持。",
  tooLarge: "文件太大，请拆成几个再上传（每个不超过 15 MB）。",
  empty: "文件里没有内容。请确认数据在第一张工作表。",
  onlyHeader: "只找到表头，没有数据行。",
  tooManyRows: "超过 {{max}} 行，请拆成几个文件。",
  tooManyColumns: "超过 {{max}} 列，请删去不用的列。",
  cellTooLong: "第 {{line}} 行有一格超过 {{max}} 个字符，可能少了一个引号。",
  mark: {
    formula: "这一格是公式，已取它显示的值",
    noValue: "这一格是公式或错误值，没有可用的内容",
    lostDigits: "这一格的长数字已被表格软件改成近似值，请设为文本后重新填写",
  },
} as const;
