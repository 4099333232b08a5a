#include "app/tables/TableFormat.h"

#include "core/base/Json.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <unistd.h>

namespace atelier::tables {

namespace {

constexpr std::string_view delimiters = ",\t;|";
constexpr std::size_t headBytes = 64 * 1024;
constexpr std::uint64_t searchedBytes = 64U << 20U;
constexpr std::size_t longestLine = 2'000'000; ///< DuckDB's own limit, which it takes seconds to notice

Error broken(const char *code, const std::string &sentence)
{
    return {ErrorKind::Invalid, code, sentence, {}, {}};
}

std::string readAt(std::uint64_t offset, std::size_t count)
{
    std::string bytes(count, '\0');
    const ssize_t got = pread(STDIN_FILENO, bytes.data(), count, static_cast<off_t>(offset));
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

Result<Format> checkedParquet(std::string_view end)
{
    if (end == "PARE")
        return broken("table.encrypted", "This Parquet file is encrypted; Atelier has no key for it.");
    if (end != "PAR1")
        return broken("table.incomplete",
            "This Parquet file has no end: it is still being written, or was cut off. Look again when its "
            "job "
            "has ended.");
    return Format::Parquet;
}

/// Whether no line is longer than DuckDB takes.
bool hasShortLines(std::uint64_t size)
{
    std::size_t line = 0;
    for (std::uint64_t offset = 0; offset < std::min(size, searchedBytes);) {
        const std::string bytes = readAt(offset, headBytes);
        if (bytes.empty())
            return true;
        offset += bytes.size();
        const std::size_t first = bytes.find_first_of("\r\n");
        line += first == std::string::npos ? bytes.size() : first;
        if (line > longestLine)
            return false;
        if (first != std::string::npos)
            line = bytes.size() - bytes.find_last_of("\r\n") - 1;
    }
    return true;
}

std::array<std::string_view, 2> firstLines(std::string_view text)
{
    std::array<std::string_view, 2> lines;
    for (std::string_view &line : lines) {
        const std::size_t end = text.find('\n');
        line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool isDelimited(const std::array<std::string_view, 2> &lines)
{
    return std::any_of(delimiters.begin(), delimiters.end(), [&](char delimiter) {
        const auto count = std::count(lines[0].begin(), lines[0].end(), delimiter);
        return count > 0 && count == std::count(lines[1].begin(), lines[1].end(), delimiter);
    });
}

bool isObject(std::string_view line)
{
    const auto json = parseJson(line);
    return json && json->is_object();
}

Result<Format> recognisedText(const std::string &suffix, std::uint64_t size)
{
    const std::string head = readAt(0, headBytes);
    if (!isUtf16() && head.find('\0') != std::string::npos)
        return broken("table.unknown", "This file is no table: neither Parquet nor text in columns.");
    if (!hasShortLines(size))
        return broken("table.long-line",
            "This file has a line of more than " + std::to_string(longestLine / 1'000'000)
                + " MB, which no table has. Download the file to look at it.");
    if (suffix == ".csv" || suffix == ".tsv")
        return Format::Delimited;
    if (suffix == ".jsonl" || suffix == ".ndjson")
        return Format::JsonLines;
    const auto lines = firstLines(head);
    if (isObject(lines[0]))
        return Format::JsonLines;
    if (isDelimited(lines))
        return Format::Delimited;
    return broken("table.unknown", "This file is no table: neither Parquet nor text in columns.");
}

} // namespace

const char *name(Format format)
{
    static constexpr std::array<const char *, 3> names{"parquet", "csv", "jsonl"};
    return names[static_cast<std::size_t>(format)];
}

bool isUtf16()
{
    const std::string mark = readAt(0, 2);
    return mark == "\xff\xfe" || mark == "\xfe\xff";
}

bool beginsWithNote()
{
    return readAt(0, 1) == "#";
}

char likelyDelimiter()
{
    const std::string head = readAt(0, headBytes);
    const std::string_view line = firstLines(head)[0];
    return *std::max_element(delimiters.begin(), delimiters.end(), [line](char a, char b) {
        return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b);
    });
}

Result<Format> recognise(const std::string &fileName, std::uint64_t size)
{
    std::string suffix = std::filesystem::path(fileName).extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (size == 0)
        return broken("table.empty", "This file is empty: it has 0 bytes.");
    constexpr std::size_t mark = 4;
    const std::string begin = readAt(0, mark);
    if (begin == "PAR1" || begin == "PARE")
        return checkedParquet(size >= 3 * mark ? readAt(size - mark, mark) : "");
    if (suffix == ".parquet" || suffix == ".pq")
        return broken("table.broken", "This file is named like a Parquet file, but it is none.");
    return recognisedText(suffix, size);
}

} // namespace atelier::tables
