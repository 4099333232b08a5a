#include "ui/scintilla/RLexer.h"

namespace atelier::ui {

const char *RLexer::keywords(int set) const
{
    if (set == 1)
        return "if else repeat while function for in next break TRUE FALSE NULL NA NA_integer_ NA_real_ "
               "NA_character_ Inf NaN";
    if (set == 2)
        return "abs all any apply as.character as.factor as.integer as.numeric c cat cbind data.frame dim "
               "factor is.na lapply length library list matrix max mean median merge min names ncol nrow "
               "order paste paste0 print quantile rbind read.csv rep require return round sapply sd seq "
               "set.seed "
               "stop str sub subset sum summary table tapply unique vapply var which write.csv";
    return nullptr;
}

// A style without a description gets no colour.
QString RLexer::description(int style) const
{
    return style <= String2 ? QString::number(style) : QString();
}

} // namespace atelier::ui
