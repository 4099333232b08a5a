#include "ui/shell/WorkspaceButton.h"

#include "core/client/RecentWorkspaces.h"
#include "core/client/WorkspaceFolder.h"
#include "ui/text/Format.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Icon.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Focus.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace atelier::ui {

namespace {

constexpr std::size_t mostRecent = 8;

} // namespace

QString workspaceName(const std::filesystem::path &folder)
{
    const auto sample = sampleWorkspaceFolder();
    if (sample && folder == *sample)
        return WorkspaceButton::tr("Sample workspace");
    return textOf(folder.filename().string());
}

WorkspaceButton::WorkspaceButton(const std::filesystem::path &folder, QWidget *parent)
    : QPushButton(workspaceName(folder), parent)
    , m_folder(folder)
    , m_place(tr("On this machine"))
{
    setObjectName(QStringLiteral("workspace"));
    setAccessibleName(tr("Workspace %1").arg(text()));
    setToolTip(textOf(folder.string()));
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QPushButton::clicked, this, &WorkspaceButton::showMenu);
}

QSize WorkspaceButton::sizeHint() const
{
    return {scaled(216), scaled(40)};
}

void WorkspaceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawStateLayer(painter, rect(), controlRadius, {underMouse(), isDown(), false});
    const auto placed
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    const int side = 24;
    const QRect logo = placed({6, (height() - side) / 2, side, side});
    drawBox(painter, logo, controlRadius, colors().accent);
    paintIcon(painter, u"flow", logo.adjusted(4, 4, -4, -4), colors().onAccent, IconShape::Filled);
    const int end = width() - 26;
    const auto line = [&](TextStyle style, const QColor &color, int top, const QString &words) {
        painter.setFont(ui::font(style));
        painter.setPen(color);
        const QRect box = placed({48, top, end - 48, height() / 2});
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
    };
    line(TextStyle::BodyStrong, colors().text, 2, text());
    line(TextStyle::Micro, colors().text2, height() / 2 - 1, m_place);
    paintIcon(painter, u"chevron_down", placed({end, (height() - 16) / 2, 16, 16}), colors().text3);
    if (hasKeyboardFocus(*this))
        drawFocusRing(painter, rect(), controlRadius);
}

void WorkspaceButton::showMenu()
{
    // Without a loop of its own: what is chosen may end this window.
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::size_t shown = 0;
    if (const auto recent = RecentWorkspaces::ofUser()) {
        for (const RecentWorkspace &workspace : recent->list()) {
            std::error_code failure;
            if (workspace.folder == m_folder || !std::filesystem::exists(workspace.folder, failure))
                continue;
            QAction *open = menu->addAction(workspaceName(workspace.folder));
            open->setToolTip(textOf(workspace.folder.string()));
            connect(open, &QAction::triggered, this,
                [this, folder = workspace.folder] { Q_EMIT openRequested(folder); });
            if (++shown == mostRecent)
                break;
        }
    }
    if (shown > 0)
        menu->addSeparator();
    connect(menu->addAction(ui::icon(u"folder_open"), tr("Open workspace…")), &QAction::triggered, this,
        &WorkspaceButton::browseRequested);
    connect(menu->addAction(ui::icon(u"add"), tr("New workspace…")), &QAction::triggered, this,
        &WorkspaceButton::createRequested);
    menu->setToolTipsVisible(true);
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

} // namespace atelier::ui
