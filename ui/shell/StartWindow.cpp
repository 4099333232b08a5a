#include "ui/shell/StartWindow.h"

#include "ui/shell/WorkspaceChooser.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Type.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/TextSize.h"
#include "ui/widgets/WrapLabel.h"

#include <QPainter>

namespace atelier::ui {

namespace {

constexpr QSize usualSize(728, 680);
constexpr int widestColumn = 680;

} // namespace

StartWindow::StartWindow(std::filesystem::path resources)
    : m_chooser(new WorkspaceChooser(std::move(resources),
        {WorkspaceOpening::Kind::Sample, WorkspaceOpening::Kind::Empty, WorkspaceOpening::Kind::Existing}))
{
    setObjectName(QStringLiteral("startWindow"));
    setWindowTitle(tr("Atelier"));
    auto *page = new ScrollPage(this);
    makeColumn(this, 0)->addWidget(page);
    auto *head = makeRow(nullptr, 14);
    head->addWidget(new IconTile(u"flow", Tone::Accent, 40, page), 0, Qt::AlignTop);
    auto *words = makeColumn(nullptr, 2);
    words->addWidget(new TextLabel(tr("Welcome to Atelier"), TextStyle::Display, &Colors::text, page));
    words->addWidget(
        new WrapLabel(tr("A workspace is a folder that keeps your jobs: their code, data, metrics and logs. "
                         "Begin with the sample, or with one of your own."),
            TextStyle::Body, &Colors::text2, 0, page));
    head->addLayout(words, 1);
    page->column()->addLayout(head);
    connect(m_chooser, &WorkspaceChooser::opened, this, &StartWindow::opened);
    followTextSize(*m_chooser, [this] {
        m_chooser->setMaximumWidth(scaled(widestColumn));
        resize(scaled(usualSize.width()), scaled(usualSize.height()));
    });
    page->column()->addWidget(m_chooser);
    page->column()->addStretch();
}

void StartWindow::showError(const Error &error)
{
    m_chooser->showError(error);
}

void StartWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colors().canvas);
}

} // namespace atelier::ui
