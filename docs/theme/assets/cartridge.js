// SPDX-FileCopyrightText: 2026 The Spelbok contributors
// SPDX-License-Identifier: EUPL-1.2

// Common Cartridge 1.1, as plugins/spelbok/exports/cartridge.py writes it; a test compares
// the two byte by byte. Folders are {id, title, items: [{id, title, type, file, content}]}.

import { archive } from "./zip.js";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
/** What XML 1.0 (section 2.2) knows no way to write; lone surrogates are among them. */
const NO_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const escape = (text) => text.replace(NO_XML, "").replace(/[&<>"']/g, (sign) => SIGNS[sign]);

const item = ({ id, title }) => `          <item identifier="item-${escape(id)}" identifierref="${escape(id)}">
            <title>${escape(title)}</title>
          </item>
`;

const folder = ({ id, title, items }) => `        <item identifier="folder-${escape(id)}">
          <title>${escape(title)}</title>
${items.map(item).join("")}        </item>
`;

const resource = ({ id, type, file }) => {
  const href = type === "webcontent" ? ` href="${escape(file)}"` : "";
  return `    <resource identifier="${escape(id)}" type="${escape(type)}"${href}>
      <file href="${escape(file)}"/>
    </resource>
`;
};

/** A course is {identifier, language, title, description, rights, folders}. */
const manifest = ({ identifier, language, title, description, rights, folders }) => {
  const text = (words) => `<lom:string language="${language}">${escape(words)}</lom:string>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="cartridge-${identifier}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.1.0</schemaversion>
    <lom:lom>
      <lom:general>
        <lom:title>${text(title)}</lom:title>
        <lom:language>${language}</lom:language>
        <lom:description>${text(description)}</lom:description>
      </lom:general>
      <lom:rights>
        <lom:copyrightAndOtherRestrictions><lom:value>yes</lom:value></lom:copyrightAndOtherRestrictions>
        <lom:description>${text(rights)}</lom:description>
      </lom:rights>
    </lom:lom>
  </metadata>
  <organizations>
    <organization identifier="organization-${identifier}" structure="rooted-hierarchy">
      <item identifier="root-${identifier}">
${folders.map(folder).join("")}      </item>
    </organization>
  </organizations>
  <resources>
${folders.flatMap(({ items }) => items).map(resource).join("")}  </resources>
</manifest>
`;
};

/** Makes a web link. The address is plain ASCII: one importer destroys other letters without a word. */
export const link = (id, title, address) => ({
  id,
  title,
  type: "imswl_xmlv1p1",
  file: `links/${id}.xml`,
  content: `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${escape(title)}</title>
  <url href="${escape(address)}"/>
</webLink>
`,
});

/** Makes the archive of a course, as a list of bytes for a Blob. */
export const cartridge = (course) => archive([
  ["imsmanifest.xml", manifest(course)],
  ...course.folders.flatMap(({ items }) => items.map(({ file, content }) => [file, content])),
]);
