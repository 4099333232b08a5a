#include "ui/jobs/TextFile.h"

#include "core/base/Json.h"
#include "core/system/File.h"
#include "ui/text/Format.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr qint64 longestText = 2'000'000;
constexpr qsizetype longestLine = 10'000;
constexpr qint64 longestHead = 8'000; ///< in which a binary file has a zero byte

bool hasLongLine(const QString &text)
{
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    return std::any_of(
        lines.begin(), lines.end(), [](QStringView line) { return line.size() > longestLine; });
}

/// A zero byte near the beginning.
bool isBinary(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(longestHead).contains('\0');
}

void layOut(TextFile &file, const std::string &bytes)
{
    const auto json = parseJson(bytes);
    if (!json)
        return;
    const QString text = textOf(toText(*json, 2));
    file.isLaidOut = text.trimmed() != file.text.trimmed();
    file.text = text;
}

} // namespace

Result<TextFile> readTextFile(const QString &path, const std::atomic<bool> &stopped)
{
    TextFile file;
    file.bytes = QFileInfo(path).size();
    if (stopped)
        return file;
    if (isBinary(path))
        file.state = TextFile::State::Binary;
    else if (file.bytes > longestText)
        file.state = TextFile::State::TooLong;
    if (file.state != TextFile::State::Whole)
        return file;
    const auto bytes = readFile(path.toStdString(), static_cast<std::size_t>(longestText));
    if (!bytes)
        return bytes.error();
    file.text = textOf(*bytes);
    if (path.endsWith(QLatin1StringView(".json")))
        layOut(file, *bytes);
    if (hasLongLine(file.text))
        file.state = TextFile::State::TooLong;
    return file;
}

} // namespace atelier::ui
