"use strict";
(() => {
  const PAGE = 100;
  // A browser needs minutes to set a thousand pages; whoever wants more rows on paper has the workbook.
  const PRINTED = 2000;
  const SVG = "http://www.w3.org/2000/svg";
  const data = JSON.parse(document.getElementById("data").textContent);
  const say = (key, values) => data.say[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  // The same folding on both sides: lower case, no diacritics, đ as d.
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

  function listing(key, table) {
    const part = (name) => document.getElementById(key + "-" + name);
    const body = part("table").tBodies[0];
    const heads = [...part("table").tHead.rows[0].cells];
    const { words, rows } = table;
    const columns = heads.length;
    const text = (row, column) => (words[column].length ? words[column][row[column]] : String(row[column]));
    const folded = words.map((list) => list.map(plain));
    const hay = rows.map((row) => {
      let whole = "";
      for (let column = 0; column < columns; column += 1) {
        whole += (words[column].length ? folded[column][row[column]] : plain(String(row[column]))) + "\n";
      }
      return whole;
    });
    let order = rows.map((_, index) => index);
    let found = order;
    let first = 0;
    let sorted = { column: -1, isDown: false };

    function bar(row) {
      const [least, most] = words[3][row[3]].split("–").map(Number);
      const top = Math.max(row[2], Number.isFinite(most) ? most : 0, 7);
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "bar");
      svg.setAttribute("viewBox", "0 0 " + top * 10 + " 10");
      svg.setAttribute("preserveAspectRatio", "none");
      svg.setAttribute("aria-hidden", "true");
      const draw = (kind, x, width, y, height) => {
        const rect = document.createElementNS(SVG, "rect");
        Object.entries({ class: kind, x, width, y, height }).forEach(([name, value]) => rect.setAttribute(name, value));
        svg.append(rect);
      };
      draw("room", 0, top * 10, 0, 10);
      draw("received", 0, row[2] * 10, 2, 6);
      draw("limit", Math.max(least * 10 - 0.5, 0), 1, 0, 10);
      if (Number.isFinite(most)) draw("limit", most * 10 - 1, 1, 0, 10);
      return svg;
    }

    function line(index) {
      const row = rows[index];
      const tr = document.createElement("tr");
      for (let column = 0; column < columns; column += 1) {
        const cell = document.createElement(column ? "td" : "th");
        if (!column) cell.scope = "row";
        cell.textContent = text(row, column);
        if (key === "loads" && column === 2) cell.append(bar(row));
        tr.append(cell);
      }
      return tr;
    }

    function show(from, to) {
      body.replaceChildren(...found.slice(from, to).map(line));
    }

    function refresh() {
      first = Math.min(first, Math.max(found.length - 1, 0));
      first -= first % PAGE;
      const last = Math.min(first + PAGE, found.length);
      show(first, last);
      part("count").textContent = say("count", { shown: found.length, total: rows.length });
      part("pages").textContent = found.length ? say("pages", { first: first + 1, last }) : "";
      part("previous").disabled = first === 0;
      part("next").disabled = last >= found.length;
      part("previous").parentElement.hidden = found.length <= PAGE;
    }

    function search() {
      const wanted = plain(part("search").value).split(/\s+/).filter(Boolean);
      const bit = Number(part("filter").value);
      found = order.filter((index) => {
        const row = rows[index];
        return (!bit || (row[row.length - 1] & bit)) && wanted.every((word) => hay[index].includes(word));
      });
      first = 0;
      refresh();
    }

    function sort(column) {
      sorted = { column, isDown: sorted.column === column && !sorted.isDown };
      const sign = sorted.isDown ? -1 : 1;
      const value = (index) => (typeof rows[index][column] === "number" ? rows[index][column] : index);
      // Names are in Vietnamese order already; ids are not.
      const compare = words[column].length || typeof (rows[0] || [])[column] === "number" || column === 0
        ? (a, b) => value(a) - value(b)
        : (a, b) => (rows[a][column] < rows[b][column] ? -1 : rows[a][column] > rows[b][column] ? 1 : 0);
      order = rows.map((_, index) => index).sort((a, b) => sign * compare(a, b) || a - b);
      heads.forEach((head, place) => {
        if (place === column) head.setAttribute("aria-sort", sorted.isDown ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      search();
    }

    heads.forEach((head, column) => head.querySelector("button").addEventListener("click", () => sort(column)));
    part("search").addEventListener("input", search);
    part("filter").addEventListener("change", search);
    part("previous").addEventListener("click", () => { first -= PAGE; refresh(); });
    part("next").addEventListener("click", () => { first += PAGE; refresh(); });
    // Paper has no pages to turn: print what was found.
    window.addEventListener("beforeprint", () => {
      const last = Math.min(found.length, PRINTED);
      show(0, last);
      if (last < found.length) part("pages").textContent = say("pages", { first: 1, last });
    });
    window.addEventListener("afterprint", refresh);
    search();
  }

  listing("placements", data.members);
  listing("loads", data.branches);
})();
