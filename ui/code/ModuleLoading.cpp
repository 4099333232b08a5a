#include "ui/code/ModuleLoading.h"

#include "ui/code/CodeText.h"

#include <QCoreApplication>
#include <QPluginLoader>

namespace atelier::ui {

namespace {

QString modulePath()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/atelier-code.so");
}

} // namespace

Result<void> loadCodeModule()
{
    QPluginLoader loader(modulePath());
    if (loader.load())
        return {};
    return Error{ErrorKind::Unavailable, "code.module",
        "Code cannot be shown, as the module for it does not load: " + loader.errorString().toStdString()
            + " Type packaging/run in Atelier's folder: it builds the module.",
        {}, {}};
}

CodeModule *codeModule()
{
    return qobject_cast<CodeModule *>(QPluginLoader(modulePath()).instance());
}

} // namespace atelier::ui
