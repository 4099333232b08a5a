#include "ui/shell/WorkspaceSetting.h"

#include <QCryptographicHash>

namespace atelier::ui {

QString workspaceSetting(const std::filesystem::path &workspace, const QString &name)
{
    // A path would be taken for groups of settings within each other.
    constexpr int digits = 16;
    const QByteArray digest
        = QCryptographicHash::hash(QByteArray::fromStdString(workspace.string()), QCryptographicHash::Sha256);
    return QStringLiteral("workspaces/%1/%2").arg(QString::fromLatin1(digest.toHex().left(digits)), name);
}

} // namespace atelier::ui
