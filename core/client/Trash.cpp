#include "core/client/Trash.h"

#include "core/system/Descriptor.h"
#include "core/system/File.h"
#include "core/system/RuntimeFolders.h"

#include <QByteArray>
#include <QDateTime>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace atelier {

namespace {

namespace fs = std::filesystem;

std::string infoText(const fs::path &folder)
{
    const QByteArray path = QByteArray::fromStdString(folder.string()).toPercentEncoding("/");
    const QByteArray date = QDateTime::currentDateTime().toString(Qt::ISODate).toUtf8();
    return "[Trash Info]\nPath=" + path.toStdString() + "\nDeletionDate=" + date.toStdString() + "\n";
}

/// Takes a name that is free in the trash by making its info file, which comes first by the specification.
Result<std::string> reserveName(const fs::path &info, const std::string &wanted, const std::string &text)
{
    for (int number = 1; number < 10'000; ++number) {
        const std::string name = number == 1 ? wanted : wanted + "." + std::to_string(number);
        const fs::path file = info / (name + ".trashinfo");
        const Descriptor descriptor(open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!descriptor && errno == EEXIST)
            continue;
        if (!descriptor)
            return systemError("trash.info", "write " + file.string(), errno);
        if (auto written = writeAll(descriptor.number(), text, file.string()); !written)
            return written.error();
        return name;
    }
    return Error{ErrorKind::Conflict, "trash.full",
        "The trash holds too many folders named " + wanted + ": empty it.", {}, {}};
}

} // namespace

Result<fs::path> moveToTrash(const fs::path &folder)
{
    const auto own = dataFolder();
    if (!own)
        return own.error();
    const fs::path trash = own->parent_path() / "Trash";
    for (const char *part : {"files", "info"})
        if (auto made = makeFolders(trash / part); !made)
            return made.error();
    const auto name = reserveName(trash / "info", folder.filename().string(), infoText(folder));
    if (!name)
        return name.error();
    fs::path target = trash / "files" / *name;
    if (rename(folder.c_str(), target.c_str()) == 0)
        return target;
    const int problem = errno;
    unlink((trash / "info" / (*name + ".trashinfo")).c_str());
    if (problem == EXDEV)
        return Error{ErrorKind::Conflict, "trash.other-file-system",
            folder.string() + " lies on another file system than the trash (" + trash.string()
                + "), so it was not moved there. Nothing was deleted; delete the folder yourself where you "
                  "are sure.",
            {{"folder", folder.string()}}, {}};
    return systemError("trash.move", "move " + folder.string() + " to the trash", problem);
}

} // namespace atelier
