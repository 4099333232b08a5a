#include "ui/scintilla/CodeView.h"

#include <QObject>

namespace atelier::ui {

class ScintillaModule : public QObject, public CodeModule
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "atelier.CodeModule/1")
    Q_INTERFACES(atelier::ui::CodeModule)

public:
    [[nodiscard]] CodeText *makeText(QWidget *parent) override { return new CodeView(parent); }
};

} // namespace atelier::ui

#include "CodeModule.moc"
